/**
 * Makes every candidate of a `srcset` absolute (WHATWG HTML, 4.8.4.2.1).
 *
 * @returns the candidates that `resolve` allows, or nothing where none is left
 */
export function absoluteSrcset(
  srcset: string,
  resolve: (source: string) => string | undefined,
): string | undefined {
  // Longer ones are made to keep a parser busy, or hold whole images.
  if (srcset.length > 8192) return undefined;
  const candidates: string[] = [];
  for (const [, written = '', descriptor = ''] of srcset.matchAll(candidate)) {
    const address = resolve(withoutCommas(written));
    if (address) candidates.push(`${address.replaceAll(',', '%2C')}${descriptor && ` ${descriptor}`}`);
  }
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}

/** An address that ends in a comma has no descriptor. Each sign is looked at once, however many commas there are. */
const candidate = /([^\s,]\S*)(?:(?<!,)\s+([^\s,]+)[^,]*)?/g;

function withoutCommas(address: string): string {
  let end = address.length;
  while (address[end - 1] === ',') end--;
  return address.slice(0, end);
}
