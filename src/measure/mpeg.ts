import { type Frame, frameAt } from './mpeg-frame.js';
import { letters, type Ranges } from './ranges.js';
import { beforeTags } from './tags.js';

/**
 * How long a recording of frames is, MP3 above all: what its first frame says of the whole, else what its size comes to
 * where all of it has one bit rate, else what its frames come to, one by one.
 *
 * @param start where it begins, behind its tags
 */
export function secondsOfMpeg(file: Ranges, start: number): number | undefined {
  const from = frameNear(file, start, searched);
  if (from === undefined) return undefined;
  const bytes = Buffer.from(file.at(from, 256));
  const frame = frameAt(bytes, 0);
  if (!frame) return undefined;
  const end = beforeTags(file);
  const frames = framesStated(bytes, frame, end - from);
  if (frames !== undefined) return (frames * frame.samples) / frame.rate;
  if (hasOneRate(file, from, end, frame)) return ((end - from) * 8) / frame.bitrate;
  const counted = countFrames(file, from, end, frame);
  return counted === undefined ? undefined : (counted * frame.samples) / frame.rate;
}

/** Some programs leave nothing, or rubbish, before the first frame. */
const searched = 1_000_000;

/** What the first frame says of the whole (Xing, Info, VBRI), where it is a frame of this very file. */
function framesStated(bytes: Buffer, { wholeAt }: Frame, size: number): number | undefined {
  if (wholeAt === 0) return undefined;
  const isClose = (stated: number) => Math.abs(stated - size) < size / 50 + 2000;
  if (letters(bytes, 36) === 'VBRI' && bytes.length >= 54)
    return isClose(bytes.readUInt32BE(46)) ? bytes.readUInt32BE(50) || undefined : undefined;
  if (!['Xing', 'Info'].includes(letters(bytes, wholeAt)) || bytes.length < wholeAt + 16) return undefined;
  const flags = bytes.readUInt32BE(wholeAt + 4);
  if (!(flags & 1)) return undefined;
  if (flags & 2 && !isClose(bytes.readUInt32BE(wholeAt + 12))) return undefined;
  return bytes.readUInt32BE(wholeAt + 8) || undefined;
}

/** Looks at some frames from one end to the other: where all have one bit rate, those between them have it, too. */
function hasOneRate(file: Ranges, from: number, end: number, first: Frame): boolean {
  if (first.bitrate === 0) return false;
  for (let sample = 0; sample < samples; sample++) {
    const at = frameNear(file, from + Math.floor(((end - from) * sample) / samples), 10_000, first.kind);
    if (at === undefined || frameAt(file.at(at, 8), 0)?.bitrate !== first.bitrate) return false;
  }
  return true;
}

/** No round number: what repeats itself must not be seen at the same place each time. */
const samples = 37;

/** Goes from frame to frame; gives up where there is more between frames than frames. */
function countFrames(file: Ranges, from: number, end: number, { kind }: Frame): number | undefined {
  let count = 0;
  let breaks = 0;
  let at = from;
  while (at + 8 <= end) {
    const bytes = file.at(at, stretch);
    let within = 0;
    for (;;) {
      const frame = frameAt(bytes, within);
      if (frame?.kind !== kind) break;
      count++;
      within += frame.size;
    }
    at += within;
    // The head of the next one is not in these bytes.
    if (within > 0 && within + 8 > bytes.length) continue;
    if (++breaks > mostBreaks) return undefined;
    const next = frameNear(file, at + 1, searched, kind);
    if (next === undefined) break;
    at = next;
  }
  return count;
}

const stretch = 1_048_576;

/** A recording that was broken more often is none that anybody can hear. */
const mostBreaks = 500;

/**
 * The next frame: what looks like the head of one is followed by two more.
 *
 * @param kind of frames; any where left out
 */
function frameNear(file: Ranges, from: number, reach: number, kind?: number): number | undefined {
  const longest = 10_000;
  for (let begin = from; begin < Math.min(from + reach, file.size); begin += near) {
    const bytes = file.at(begin, near + longest);
    for (let at = bytes.indexOf(0xff); at >= 0 && at < near; at = bytes.indexOf(0xff, at + 1)) {
      const first = frameAt(bytes, at);
      if (!first || (kind !== undefined && first.kind !== kind)) continue;
      const second = frameAt(bytes, at + first.size);
      const third = second && frameAt(bytes, at + first.size + second.size);
      const isAtEnd = (offset: number) => Math.abs(begin + offset - file.size) < tail;
      const follows = (one: Frame | undefined, offset: number) => one?.kind === first.kind || isAtEnd(offset);
      if (!follows(second, at + first.size)) continue;
      if (!second || follows(third, at + first.size + second.size)) return begin + at;
    }
  }
  return undefined;
}

const near = 65_536;
/** Behind the last frame there may be a tag; the last frame may be cut off. */
const tail = 200;
