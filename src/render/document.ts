/** The bytes of one feed in one format. */
export interface Document {
  /** Relative to the output folder, with `/`. */
  readonly name: string;
  /** As sent over HTTP, with the charset. */
  readonly mediaType: string;
  /** UTF-8. */
  readonly bytes: Uint8Array;
}

/** The documents of one feed, rendered when they are asked for: a great archive has more of them than memory holds. */
export interface Sheet {
  /** The names of the documents. */
  readonly names: readonly string[];
  /** Whether they are what they were in the turn before. */
  readonly isSame: boolean;
  /** Folders of the documents that have to be there first, where these lead to any: without them they must not change. */
  readonly leadsTo?: readonly string[];
  /** Those that give way to files of these names that somebody else has put there. */
  readonly yielding?: readonly string[];
  /** Renders them; one of which there is not all stays as it was, and is left out. */
  readonly render: () => Promise<readonly Document[]>;
}
