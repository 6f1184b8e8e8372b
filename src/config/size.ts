const units: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/**
 * Reads a size as people write it: `10 MB` (ten million bytes), `512KiB`, `800 000` (bytes).
 *
 * @returns whole bytes; nothing where the text is not a size above zero
 */
export function readSize(text: string): number | undefined {
  const [, digits, unit] = /^\s*(\d[\d _]*(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = units[unit?.toLowerCase() || 'b'];
  if (digits === undefined || factor === undefined) return undefined;
  const bytes = Math.round(Number(digits.replace(/[ _]/g, '')) * factor);
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
}
