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
  /** Renders them, in the order of their names. */
  readonly render: () => Promise<readonly Document[]>;
}
