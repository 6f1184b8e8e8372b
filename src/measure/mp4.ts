import { letters, type Ranges } from './ranges.js';

/** How long an MP4 file is (ISO/IEC 14496-12): what its movie header says, or that of its fragments. */
export function secondsOfMp4(file: Ranges): number | undefined {
  const movie = boxIn(file, { from: 0, to: file.size }, 'moov');
  const header = movie && boxIn(file, movie, 'mvhd');
  if (!movie || !header) return undefined;
  const bytes = Buffer.from(file.at(header.from, 32));
  const isLong = bytes.readUInt8(0) === 1;
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  const isKnown = length > 0 && length !== (isLong ? 2 ** 64 : 0xffffffff);
  return scale > 0 ? (isKnown ? length : fragmentsIn(file, movie)) / scale : undefined;
}

function fragmentsIn(file: Ranges, movie: Box): number {
  const extended = boxIn(file, movie, 'mvex');
  const header = extended && boxIn(file, extended, 'mehd');
  if (!header) return 0;
  const bytes = file.at(header.from, 12);
  return bytes.readUInt8(0) === 1 ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
}

interface Box {
  readonly from: number;
  readonly to: number;
}

/** The first box of a name: what is within it. */
function boxIn(file: Ranges, { from: start, to: end }: Box, name: string): Box | undefined {
  for (let from = start, box = 0; from + 8 <= end && box < mostBoxes; box++) {
    const head = file.at(from, 16);
    const short = head.readUInt32BE(0);
    const isLong = short === 1;
    const size = short === 0 ? end - from : isLong ? Number(head.readBigUInt64BE(8)) : short;
    if (size < 8) return undefined;
    if (letters(head, 4) === name) return { from: from + (isLong ? 16 : 8), to: Math.min(from + size, end) };
    from += size;
  }
  return undefined;
}

/** A file in fragments has two for some seconds. */
const mostBoxes = 20_000;
