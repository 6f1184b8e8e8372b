/** What stands around the entries of a feed in a document of one format. */
export interface Frame {
  readonly head: string;
  /** Between two entries. */
  readonly between: string;
  readonly tail: string;
}
