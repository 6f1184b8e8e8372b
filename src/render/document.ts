/** The bytes of one feed in one format. */
export interface Document {
  /** Relative to the output folder, with `/`. */
  readonly name: string;
  /** As sent over HTTP, with the charset. */
  readonly mediaType: string;
  readonly text: string;
}
