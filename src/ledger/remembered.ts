import type { Instant } from '../article/article.js';

/** What the ledger remembers of an entry, for ever. */
export interface Remembered {
  /** Permanent: minted once, never made again for another entry. */
  readonly id: string;
  /** Where its article lies, or lay last, relative to the articles folder, with `/`. */
  readonly path: string;
  /** Its place in the order in which entries were first published, from 1. */
  readonly nth: number;
  /** First public. Not known where the line was written by hand. */
  readonly published?: Instant;
  /** Last significant change. */
  readonly updated?: Instant;
  /** The article as it was last published; not known where the line was written by hand. */
  readonly print?: Fingerprint;
  /** When it was withdrawn; nothing while it is public. */
  readonly gone?: Instant;
  /** Folders of the group feeds that showed it, so that they can tell when it is withdrawn. */
  readonly feeds?: readonly string[];
}

/** By what an article is recognised. */
export interface Fingerprint {
  /** Hash of the bytes of its files: the same file again. */
  readonly file: string;
  /** Hash of what the author says in it: the same article, however its file is written. */
  readonly said: string;
  /** Its title, where it has one. */
  readonly title?: string | undefined;
  /** Sketch of its words: how much of one article is in another. */
  readonly sketch: string;
}
