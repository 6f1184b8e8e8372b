/** What the head of a frame says: MPEG audio (ISO/IEC 11172-3, 13818-3), or AAC with ADTS heads (13818-7). */
export interface Frame {
  /** Bytes, its head included. */
  readonly size: number;
  /** For each channel. */
  readonly samples: number;
  /** Samples a second. */
  readonly rate: number;
  /** Bits a second; nothing where that is not said. */
  readonly bitrate: number;
  /** The same in all frames of a recording. */
  readonly kind: number;
  /** From its start to where a head for the whole recording stands, if it has one (Xing). */
  readonly wholeAt: number;
}

/** Reads the head of a frame; nothing where there is none. */
export function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 6 > bytes.length || bytes[at] !== 0xff) return undefined;
  const second = bytes.readUInt8(at + 1);
  if ((second & 0xe0) !== 0xe0) return undefined;
  const layer = 4 - ((second >> 1) & 3);
  return layer === 4 ? adtsAt(bytes, at, second) : mpegAt(bytes, at, second, layer);
}

function mpegAt(bytes: Buffer, at: number, second: number, layer: number): Frame | undefined {
  const third = bytes.readUInt8(at + 2);
  const version = (second >> 3) & 3;
  if (version === 1) return undefined;
  const isFirst = version === 3;
  const kilobits = rates[isFirst ? layer - 1 : layer === 1 ? 3 : 4]?.[third >> 4] ?? 0;
  const base = [44_100, 48_000, 32_000][(third >> 2) & 3];
  if (!kilobits || !base) return undefined;
  const rate = isFirst ? base : version === 2 ? base / 2 : base / 4;
  const samples = layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1152;
  const padding = (third >> 1) & 1;
  const bitrate = kilobits * 1000;
  const size =
    layer === 1
      ? (Math.floor((12 * bitrate) / rate) + padding) * 4
      : Math.floor((samples / 8) * (bitrate / rate)) + padding;
  const isMono = bytes.readUInt8(at + 3) >> 6 === 3;
  const wholeAt = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  return { size, samples, rate, bitrate, kind: (second & 0x1e) * 256 + (third & 0x0c), wholeAt };
}

function adtsAt(bytes: Buffer, at: number, second: number): Frame | undefined {
  if ((second & 0xf0) !== 0xf0) return undefined;
  const third = bytes.readUInt8(at + 2);
  const rate = adtsRates[(third >> 2) & 15];
  const size = ((bytes.readUInt32BE(at + 2) >>> 5) & 0x1fff) >>> 0;
  if (!rate || size < 7) return undefined;
  return { size, samples: 1024, rate, bitrate: 0, kind: (second & 0x0e) * 256 + (third & 0xfc), wholeAt: 0 };
}

/** Kilobits a second, by the index in the head: MPEG 1 in its three layers, MPEG 2 in its first and its others. */
const rates = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;

const adtsRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;
