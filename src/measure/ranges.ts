/** A file of which parts can be read: it may be larger than what anybody would hold in memory. */
export interface Ranges {
  /** Bytes. */
  readonly size: number;
  /** Some bytes, to be used before the next are asked for; fewer where the file ends. */
  readonly at: (from: number, length: number) => Buffer;
}

/** The four letters at a place of some bytes. */
export function letters(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
