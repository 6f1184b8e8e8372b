import type { Problem } from '../problems.js';

type Bytes = Uint8Array | undefined;

/** A document on its way to disk. */
export interface Writing {
  /** Relative to the output folder, with `/`. */
  readonly name: string;
  /** Whether its bytes are those that were last written, so that nobody has to ask for them if the file still stands. */
  readonly isSame?: boolean;
  /**
   * Folders of those it leads to, where it leads to any: it is written when they are, and stays as it was where one in
   * these folders could not be.
   */
  readonly leadsTo?: readonly string[];
  /** Whether it gives way to a file of its name that no earlier call wrote. */
  readonly isYielding?: boolean;
  /** Gives nothing where what stands there is to stay. */
  readonly bytes: () => Bytes | Promise<Bytes>;
}

/** What became of the documents, by name. */
export interface Written {
  readonly written: string[];
  /** Their bytes were on disk already, and their files were not touched. */
  readonly unchanged: string[];
  /** Written by an earlier run, and no longer made. */
  readonly removed: string[];
  /** How the documents stand on disk now: what cannot be told of counts for altered. */
  readonly standing: Map<string, string>;
  readonly problems: Problem[];
}
