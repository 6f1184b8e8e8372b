import { secondsOfFlac } from './flac.js';
import { secondsOfMp4 } from './mp4.js';
import { secondsOfMpeg } from './mpeg.js';
import { secondsOfOgg } from './ogg.js';
import { areaOf } from './picture.js';
import { letters, type Ranges } from './ranges.js';
import { afterTags } from './tags.js';
import { secondsOfWave } from './wave.js';

/** What a file says of itself; nothing of what it does not say. */
export interface Measure {
  /** How long a recording is. */
  readonly seconds?: number;
  /** How large a picture is, in pixels. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * Measures a recording or a picture, by what is in it: its name may be wrong. Reads no more of it than it must.
 *
 * @returns nothing where it is neither, or broken
 */
export function measure(file: Ranges): Measure | undefined {
  try {
    const area = areaOf(file);
    if (area) return area;
    const seconds = secondsOf(file);
    return seconds !== undefined && seconds > 0 && seconds < longest ? { seconds } : undefined;
  } catch (error) {
    // What a file says of itself may lead anywhere.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Nobody records for a year without a break: who says so is broken. */
const longest = 31_536_000;

function secondsOf(file: Ranges): number | undefined {
  const start = afterTags(file);
  const head = Buffer.from(file.at(start, 12));
  if (head.length < 12) return undefined;
  const mark = letters(head, 0);
  if (mark === 'fLaC') return secondsOfFlac(file.at(start + 4, 38));
  if (mark === 'OggS') return secondsOfOgg(file);
  if (mark === 'RIFF' || mark === 'RF64') return secondsOfWave(file);
  if (letters(head, 4) === 'ftyp') return secondsOfMp4(file);
  return secondsOfMpeg(file, start);
}
