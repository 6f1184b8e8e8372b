import type { Ranges } from './ranges.js';

/** Where a recording begins behind the tags that stand before it (ID3v2). */
export function afterTags(file: Ranges): number {
  let from = 0;
  for (let tag = 0; tag < mostTags; tag++) {
    const head = file.at(from, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') break;
    const [, , , , , flags = 0, a = 0, b = 0, c = 0, d = 0] = head;
    const footer = flags & 0x10 ? 10 : 0;
    from += 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f) + footer;
  }
  return from;
}

/** Where a recording ends before the tags that stand behind it (ID3v1, APE). */
export function beforeTags(file: Ranges): number {
  const isTagged = file.at(file.size - 128, 3).toString('latin1') === 'TAG';
  const end = isTagged ? file.size - 128 : file.size;
  const foot = file.at(end - 32, 32);
  if (foot.toString('latin1', 0, 8) !== 'APETAGEX') return end;
  const size = foot.readUInt32LE(12) + (foot.readUInt32LE(20) & 0x80000000 ? 32 : 0);
  return size < end ? end - size : end;
}

/** Some programs put a tag before the one that is there. */
const mostTags = 5;
