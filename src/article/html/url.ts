/**
 * Reads an address.
 *
 * `URL.canParse` would be the shorter way to ask, but in Node 20 it comes to refuse hosts with letters beyond ASCII once
 * it has been asked some thousand times.
 *
 * @returns nothing where it is none
 */
export function urlOf(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
