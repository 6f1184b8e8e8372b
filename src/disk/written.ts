import type { Problem } from '../problems.js';

/** A document on its way to disk. */
export interface Writing {
  /** Relative to the output folder, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of the documents, by name. */
export interface Written {
  readonly written: string[];
  /** Their bytes were on disk already, and their files were not touched. */
  readonly unchanged: string[];
  /** Written by an earlier run, and no longer made. */
  readonly removed: string[];
  readonly problems: Problem[];
}
