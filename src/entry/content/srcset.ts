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
  for (const [, source = '', descriptor = ''] of srcset.matchAll(
    /[\s,]*(\S*[^\s,])(?:\s+([^\s,]+))?\s*(?:,|$)/g,
  )) {
    const address = resolve(source);
    if (address) candidates.push(`${address.replaceAll(',', '%2C')}${descriptor && ` ${descriptor}`}`);
  }
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}
