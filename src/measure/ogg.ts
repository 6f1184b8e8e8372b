import { secondsOfFlac } from './flac.js';
import type { Ranges } from './ranges.js';

/**
 * How long an Ogg file is (RFC 3533): what the last page of its recording counts, in Vorbis, Opus (RFC 7845), FLAC and
 * Speex.
 */
export function secondsOfOgg(file: Ranges): number | undefined {
  const stream = streamIn(file);
  if (!stream) return undefined;
  if ('seconds' in stream) return stream.seconds;
  for (let to = file.size, look = 0; to > 0 && look < farthest; look++) {
    const from = Math.max(0, to - stretch);
    const bytes = file.at(from, to - from);
    for (let at = bytes.lastIndexOf(mark); at >= 0; at = at > 0 ? bytes.lastIndexOf(mark, at - 1) : -1) {
      if (at + 18 > bytes.length || bytes.readUInt32LE(at + 14) !== stream.serial) continue;
      const granule = bytes.readBigInt64LE(at + 6);
      if (granule >= 0n) return (Number(granule) - stream.skipped) / stream.rate;
    }
    // A page may lie across the border.
    to = from === 0 ? 0 : from + 18;
  }
  return undefined;
}

const mark = Buffer.from('OggS');
/** As long as the longest page. */
const stretch = 65_536;
const farthest = 64;

type Stream =
  | { readonly serial: number; readonly rate: number; readonly skipped: number }
  | { readonly seconds: number };

/** The first recording in the file: a film has pictures beside it. */
function streamIn(file: Ranges): Stream | undefined {
  for (let from = 0, page = 0; page < mostStreams; page++) {
    const head = file.at(from, 27 + 255 + 80);
    if (head.length < 28 || !head.subarray(0, 4).equals(mark) || !(head.readUInt8(5) & 2)) return undefined;
    const segments = head.readUInt8(26);
    const body = head.subarray(27 + segments);
    const stream = streamOf(body, head.readUInt32LE(14));
    if (stream) return stream;
    from += 27 + segments;
    for (let at = 0; at < segments; at++) from += head.readUInt8(27 + at);
  }
  return undefined;
}

const mostStreams = 10;

function streamOf(body: Buffer, serial: number): Stream | undefined {
  const begins = (text: string) => body.toString('latin1', 0, text.length) === text;
  if (begins('OpusHead')) return { serial, rate: 48_000, skipped: body.readUInt16LE(10) };
  const rate = begins('\x01vorbis') ? body.readUInt32LE(12) : begins('Speex   ') ? body.readUInt32LE(36) : 0;
  if (rate > 0) return { serial, rate, skipped: 0 };
  if (!begins('\x7fFLAC')) return undefined;
  const seconds = secondsOfFlac(body.subarray(13));
  return seconds === undefined ? { serial, rate: body.readUIntBE(27, 3) >> 4, skipped: 0 } : { seconds };
}
