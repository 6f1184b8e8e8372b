/**
 * What is kept of an article file, as text: so it comes from whoever reads files, so it lies in memory and in the cache,
 * and it is unfolded only where somebody asks.
 */
export interface Leaf {
  /** JSON of the card, without the path. */
  readonly card: string;
  /** The fingerprint; see `pressed`. */
  readonly print: string;
}
