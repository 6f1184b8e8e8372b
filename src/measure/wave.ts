import { letters, type Ranges } from './ranges.js';

/** How long a WAVE file is (RIFF, and RF64 of EBU Tech 3306). */
export function secondsOfWave(file: Ranges): number | undefined {
  if (letters(file.at(8, 4), 0) !== 'WAVE') return undefined;
  let rate = 0;
  let large: number | undefined;
  for (let from = 12, chunk = 0; from + 8 <= file.size && chunk < mostChunks; chunk++) {
    const head = file.at(from, 20);
    if (head.length < 8) return undefined;
    const name = letters(head, 0);
    const size = head.readUInt32LE(4);
    if (name === 'fmt ') rate = head.readUInt32LE(16);
    if (name === 'ds64') large = Number(file.at(from + 16, 8).readBigUInt64LE());
    if (name === 'data') {
      const stated = size === unknown && large !== undefined ? large : size;
      // A program that was killed while recording had no time to say how much there is.
      const bytes = Math.min(stated === 0 ? Infinity : stated, file.size - from - 8);
      return rate > 0 ? bytes / rate : undefined;
    }
    // A chunk of an odd size is followed by a byte of nothing.
    from += 8 + size + (size % 2);
  }
  return undefined;
}

const unknown = 0xffffffff;
const mostChunks = 1000;
