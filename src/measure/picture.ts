import { letters, type Ranges } from './ranges.js';

/** How large a PNG or JPEG picture is, in pixels; nothing where it is none. */
export function areaOf(file: Ranges): { readonly width: number; readonly height: number } | undefined {
  const head = file.at(0, 24);
  if (head.length < 24) return undefined;
  if (head.readUInt32BE(0) === 0x89504e47 && letters(head, 12) === 'IHDR')
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  return head.readUInt16BE(0) === 0xffd8 ? areaOfJpeg(file) : undefined;
}

/** It stands in the head of the frame, which is behind whatever cameras and programs write. */
function areaOfJpeg(file: Ranges): { readonly width: number; readonly height: number } | undefined {
  for (let from = 2, segment = 0; segment < mostSegments; segment++) {
    const head = file.at(from, 9);
    if (head.length < 9 || head.readUInt8(0) !== 0xff) return undefined;
    const kind = head.readUInt8(1);
    if (isFrame(kind)) return { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    // Segments may be filled up with bytes of ones.
    from += kind === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  return undefined;
}

/** SOF0 to SOF15, without those among them that mean something else. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
}

const mostSegments = 1000;
