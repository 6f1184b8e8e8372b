import { letters, type Ranges } from './ranges.js';

/** How long an MP4 file is (ISO/IEC 14496-12): what its movie header says or, where it is in fragments, what lists these. */
export function secondsOfMp4(file: Ranges): number | undefined {
  const movie = boxIn(file, { from: 0, to: file.size }, 'moov');
  const header = movie && boxIn(file, movie, 'mvhd');
  if (!movie || !header) return undefined;
  const bytes = Buffer.from(file.at(header.from, 32));
  const isLong = bytes.readUInt8(0) === 1;
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  const isKnown = length > 0 && length !== (isLong ? 2 ** 64 : 0xffffffff);
  if (scale === 0) return undefined;
  const extended = isKnown ? length : fragmentsIn(file, movie);
  return extended > 0 ? extended / scale : secondsListed(file);
}

function fragmentsIn(file: Ranges, movie: Box): number {
  const extended = boxIn(file, movie, 'mvex');
  const header = extended && boxIn(file, extended, 'mehd');
  if (!header) return 0;
  const bytes = file.at(header.from, 12);
  return bytes.readUInt8(0) === 1 ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
}

/** The segments that a file is listed in, at once or one by one, for players that fetch one after the other. */
function secondsListed(file: Ranges): number | undefined {
  let seconds = 0;
  for (const { name, from, to } of boxesIn(file, { from: 0, to: file.size })) {
    if (name !== 'sidx') continue;
    const bytes = Buffer.from(file.at(from, Math.min(to - from, mostListed)));
    const scale = bytes.readUInt32BE(8);
    const start = bytes.readUInt8(0) === 0 ? 24 : 32;
    const count = bytes.readUInt16BE(start - 2);
    for (let at = start; at < start + count * 12; at += 12)
      // What leads to another list is counted there.
      if (scale > 0 && bytes.readUInt32BE(at) < 0x80000000) seconds += bytes.readUInt32BE(at + 4) / scale;
  }
  return seconds > 0 ? seconds : undefined;
}

/** Bytes of a list with as many segments as it can have. */
const mostListed = 1_000_000;

interface Box {
  readonly from: number;
  readonly to: number;
}

/** The first box of a name: what is within it. */
function boxIn(file: Ranges, place: Box, wanted: string): Box | undefined {
  for (const box of boxesIn(file, place)) if (box.name === wanted) return box;
  return undefined;
}

function* boxesIn(
  file: Ranges,
  { from: start, to: end }: Box,
): Generator<Box & { readonly name: string }, undefined> {
  for (let from = start, box = 0; from + 8 <= end && box < mostBoxes; box++) {
    const head = file.at(from, 16);
    const short = head.readUInt32BE(0);
    const isLong = short === 1;
    const size = short === 0 ? end - from : isLong ? Number(head.readBigUInt64BE(8)) : short;
    if (size < 8) return undefined;
    yield { name: letters(head, 4), from: from + (isLong ? 16 : 8), to: Math.min(from + size, end) };
    from += size;
  }
}

/** A file in fragments has two for some seconds. */
const mostBoxes = 20_000;
