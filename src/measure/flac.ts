/**
 * How long a FLAC stream is (RFC 9639, 8.2).
 *
 * @param info its first block with its head of four bytes, STREAMINFO
 */
export function secondsOfFlac(info: Buffer): number | undefined {
  if (info.length < 22 || (info.readUInt8(0) & 0x7f) !== 0) return undefined;
  const rate = info.readUIntBE(14, 3) >> 4;
  const samples = (info.readUInt8(17) & 0x0f) * 2 ** 32 + info.readUInt32BE(18);
  return rate > 0 && samples > 0 ? samples / rate : undefined;
}
