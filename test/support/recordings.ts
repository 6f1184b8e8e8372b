/*
 * Small recordings and pictures, as programs write them: heads that are right, and silence.
 */

/** A WAVE file of so many seconds, of eight bits and one channel. */
export function wave(seconds: number, { rate = 8000, size }: { rate?: number; size?: number } = {}): Buffer {
  const data = Buffer.alloc(Math.round(seconds * rate), 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(size ?? data.length, 40);
  return Buffer.concat([head, data]);
}

/** Kilobits a second of MPEG 1 layer III, by the index in the head of a frame. */
const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

/** A frame of an MP3 of 44,100 samples a second, with 1152 samples. */
export function frame(rate: number): Buffer {
  const index = kilobits.indexOf(rate);
  const bytes = Buffer.alloc(Math.floor((144 * rate * 1000) / 44_100));
  bytes.set([0xff, 0xfb, index << 4, 0x64]);
  return bytes;
}

/** An MP3 with frames of these rates, one after the other. */
export function mp3(rates: readonly number[]): Buffer {
  return Buffer.concat(rates.map(frame));
}

/** The frame that says how many there are in an MP3. */
export function wholeFrame(name: 'Xing' | 'Info', frames: number, bytes?: number): Buffer {
  const head = frame(64);
  head.write(name, 36, 'latin1');
  head.writeUInt32BE(bytes === undefined ? 1 : 3, 40);
  head.writeUInt32BE(frames, 44);
  if (bytes !== undefined) head.writeUInt32BE(bytes, 48);
  return head;
}

/** A tag before a recording (ID3v2), with so many bytes in it: mostly pictures. */
export function tag(size: number): Buffer {
  const bytes = Buffer.alloc(10 + size, 0xff);
  bytes.write('ID3\u0003\u0000\u0000', 0, 'latin1');
  bytes.set([(size >> 21) & 0x7f, (size >> 14) & 0x7f, (size >> 7) & 0x7f, size & 0x7f], 6);
  return bytes;
}

/** A box of an MP4 file. */
export function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, ...parts]);
}

/** An M4A of so many seconds; as most programs write it, what is said of it comes last. */
export function m4a(seconds: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(Math.round(seconds * 1000), 16);
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \u0000\u0000\u0000\u0000')),
    box('mdat', Buffer.alloc(500)),
    box('moov', box('udta'), box('mvhd', header)),
  ]);
}

/** A page of an Ogg file. */
export function page(serial: number, granule: bigint, body: Buffer, flags = 0): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(flags, 5);
  head.writeBigInt64LE(granule, 6);
  head.writeUInt32LE(serial, 14);
  head.writeUInt8(1, 26);
  head.writeUInt8(body.length, 27);
  return Buffer.concat([head, body]);
}

/** An Opus file of so many seconds. */
export function opus(seconds: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt16LE(312, 10);
  const last = BigInt(Math.round(seconds * 48_000) + 312);
  return Buffer.concat([
    page(7, 0n, head, 2),
    page(7, 0n, Buffer.from('OpusTags')),
    page(7, 960n, Buffer.alloc(200)),
    page(7, last, Buffer.alloc(200), 4),
  ]);
}

/** The head of a FLAC file of so many seconds. */
export function flac(seconds: number, rate = 44_100): Buffer {
  const info = Buffer.alloc(38);
  info.writeUInt8(34, 3);
  info.writeUIntBE((rate << 4) | 2, 14, 3);
  info.writeUInt32BE(Math.round(seconds * rate), 18);
  return Buffer.concat([Buffer.from('fLaC'), info]);
}

/** The head of a PNG of so many pixels. */
export function png(width: number, height = width): Buffer {
  const head = Buffer.alloc(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** The head of a JPEG of so many pixels, behind what a camera wrote. */
export function jpeg(width: number, height = width): Buffer {
  const camera = Buffer.alloc(60, 0xff);
  camera.set([0xff, 0xd8, 0xff, 0xe1, 0, 56]);
  const start = Buffer.alloc(21);
  start.set([0xff, 0xc2, 0, 17, 8]);
  start.writeUInt16BE(height, 5);
  start.writeUInt16BE(width, 7);
  return Buffer.concat([camera, start]);
}
