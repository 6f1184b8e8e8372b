import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artworkFault } from '../../src/measure/artwork.js';
import { measure } from '../../src/measure/measure.js';
import type { Ranges } from '../../src/measure/ranges.js';
import {
  box,
  flac,
  frame,
  jpeg,
  m4a,
  mp3,
  opus,
  page,
  png,
  tag,
  wave,
  wholeFrame,
} from '../support/recordings.js';

function held(bytes: Buffer): Ranges {
  return { size: bytes.length, at: (from, length) => bytes.subarray(from, from + length) };
}

function secondsOf(...parts: readonly Buffer[]): number | undefined {
  return measure(held(Buffer.concat(parts)))?.seconds;
}

const of = (count: number, rate: number) => Array.from({ length: count }, () => rate);
/** Seconds of so many frames of an MP3. */
const lasting = (frames: number) => (frames * 1152) / 44_100;

describe('how long a recording is', () => {
  it('is told by a WAVE file', () => {
    expect(secondsOf(wave(12.5))).toBe(12.5);
  });
  it('is told by a WAVE file of a program that was killed while it recorded', () => {
    expect(secondsOf(wave(3, { size: 0 }))).toBe(3);
    expect(secondsOf(wave(3, { size: 0xffffffff }))).toBe(3);
  });
  it('is told by an MP3 of one bit rate, with and without tags around it', () => {
    const plain = mp3(of(2000, 128));
    expect(secondsOf(plain)).toBeCloseTo(lasting(2000), 0);
    expect(secondsOf(tag(70_000), plain)).toBeCloseTo(lasting(2000), 0);
    const behind = Buffer.alloc(128);
    behind.write('TAG', 'latin1');
    expect(secondsOf(plain, behind)).toBe(secondsOf(plain));
  });
  it('is told by an MP3 of many bit rates that does not say how many frames it has', () => {
    const rates = [...of(4000, 64), ...of(1000, 320), ...of(1000, 32)];
    expect(secondsOf(mp3(rates))).toBeCloseTo(lasting(6000), 5);
    expect(secondsOf(mp3(rates), Buffer.alloc(5000), mp3(of(10, 32)))).toBeCloseTo(lasting(6010), 5);
  });
  it('is told by the first frame of an MP3, where that is of this file', () => {
    const rates = [...of(500, 64), ...of(500, 320)];
    const sound = mp3(rates);
    expect(secondsOf(wholeFrame('Xing', 1000, sound.length + 208), sound)).toBe(lasting(1000));
    expect(secondsOf(wholeFrame('Info', 1000), sound)).toBe(lasting(1000));
    // Cut off, or put together of others: what is there counts.
    expect(secondsOf(wholeFrame('Xing', 90_000, 9_000_000), sound)).toBeCloseTo(lasting(1001), 5);
  });
  it('is told by an MP3 that begins with nothing, or of a single frame', () => {
    expect(secondsOf(Buffer.alloc(3000), mp3(of(2000, 128)))).toBeCloseTo(lasting(2000), 0);
    expect(secondsOf(frame(128))).toBeCloseTo(lasting(1), 2);
  });
  it('is told by M4A, Opus and FLAC', () => {
    expect(secondsOf(m4a(3723.5))).toBe(3723.5);
    expect(secondsOf(opus(61))).toBe(61);
    expect(secondsOf(flac(600))).toBe(600);
  });
  it('is told by an M4A in fragments that are listed', () => {
    const header = box(
      'moov',
      box('mvhd', Buffer.from([...Array(12).fill(0), 0, 0, 3, 0xe8, ...Array(16).fill(0)])),
    );
    const list = Buffer.alloc(24 + 2 * 12);
    list.writeUInt32BE(44_100, 8);
    list.writeUInt16BE(2, 22);
    list.writeUInt32BE(441_000, 28);
    list.writeUInt32BE(44_100, 40);
    const start = box('ftyp', Buffer.from('dash\u0000\u0000\u0000\u0000'));
    expect(secondsOf(start, header, box('sidx', list), box('moof'), box('mdat', Buffer.alloc(99)))).toBe(11);
    expect(secondsOf(start, header, box('moof'), box('mdat', Buffer.alloc(99)))).toBeUndefined();
  });
  it('is told by the recording in an Ogg file, not by the pictures beside it', () => {
    const pictures = Buffer.from('\x80theora and more of it');
    const head = Buffer.alloc(30);
    head.write('\x01vorbis', 'latin1');
    head.writeUInt32LE(44_100, 12);
    const film = [page(1, 0n, pictures, 2), page(2, 0n, head, 2), page(2, 441_000n, Buffer.alloc(9))];
    expect(secondsOf(...film, page(1, 9_000_000n, Buffer.alloc(9)))).toBe(10);
  });
  it('is not told by what is no recording, is empty, or is cut off too soon', () => {
    const none = [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(100_000), wave(1).subarray(0, 20)];
    expect(none.map((bytes) => secondsOf(bytes))).toEqual(none.map(() => undefined));
    expect(secondsOf(m4a(9).subarray(0, 300))).toBeUndefined();
  });
});

describe('how large a picture is', () => {
  it('is told by PNG and JPEG', () => {
    expect(measure(held(png(1400, 900)))).toEqual({ width: 1400, height: 900 });
    expect(measure(held(jpeg(3000, 1400)))).toEqual({ width: 3000, height: 1400 });
  });
  it('decides whether directories take it', () => {
    const faultOf = (bytes: Buffer) => artworkFault(measure(held(bytes)));
    expect([png(1400), jpeg(3000)].map(faultOf)).toEqual([undefined, undefined]);
    expect(faultOf(png(1399))).toBe('its 1399 × 1399 pixels are fewer than 1400 a side');
    expect(faultOf(jpeg(3001))).toBe('its 3001 × 3001 pixels are more than 3000 a side');
    expect(faultOf(png(1400, 1500))).toBe('its 1400 × 1500 pixels are no square');
    expect(faultOf(wave(1))).toBe('it is neither a JPEG nor a PNG that can be read');
  });
});

describe('whatever a file holds', () => {
  const real = [wave(0.1), mp3(of(9, 64)), tag(50), m4a(3), opus(2), flac(9), png(9), jpeg(9)];
  const altered = fc
    .record({
      start: fc.constantFrom(...real),
      places: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
      rest: fc.uint8Array({ maxLength: 300 }),
    })
    .map(({ start, places, rest }) => {
      const bytes = Buffer.concat([start, rest]);
      for (const [at, value] of places) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });
  it('it is measured without a fault, and no more is read of it than some of its lengths', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(altered, (bytes) => {
        let steps = 0;
        const file = held(bytes);
        measure({
          size: file.size,
          at: (from, length) => {
            steps++;
            expect(Number.isSafeInteger(from)).toBe(true);
            return from < 0 ? Buffer.alloc(0) : file.at(from, length);
          },
        });
        expect(steps).toBeLessThan(30_000);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a recording that is broken everywhere not all is read many times', () => {
    const broken = Buffer.concat([mp3(of(3, 64)), Buffer.alloc(90), mp3(of(3, 320)), Buffer.alloc(90)]);
    const bytes = Buffer.concat(Array.from({ length: 5000 }, () => broken));
    let read = 0;
    const at = (from: number, length: number) => {
      const part = bytes.subarray(from, from + length);
      read += part.length;
      return part;
    };
    expect(measure({ size: bytes.length, at })).toBeUndefined();
    expect(read).toBeLessThan(700_000_000);
  });

  it('of a recording of three gigabytes no more is read than a little of it', () => {
    const one = frame(128);
    let read = 0;
    const size = one.length * 7_000_000;
    const at = (from: number, length: number) => {
      read += length;
      const wanted = Math.max(0, Math.min(length, size - from));
      const start = from % one.length;
      const frames = Array.from({ length: Math.ceil((start + wanted) / one.length) }, () => one);
      return Buffer.concat(frames).subarray(start, start + wanted);
    };
    expect(measure({ size, at })?.seconds).toBeCloseTo((size * 8) / 128_000, 0);
    expect(read).toBeLessThan(8_000_000);
  });
});
