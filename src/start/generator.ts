import type { Look } from './look.js';

/** What a generator's own files say of a site, as it is written there: it may be anything. */
export interface Said {
  readonly site?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly language?: unknown;
  readonly timezone?: unknown;
  readonly authors?: unknown;
}

/** A folder of a kind that is known. */
export interface Found {
  /** The file or the folder that tells so, with `/` behind a folder. */
  readonly by: string;
  readonly said: Said;
  /** Folder of the articles. */
  readonly articles: string;
  /** Our pattern for the addresses that the generator gives. */
  readonly permalink?: string;
  /** What else is to be known of these addresses. */
  readonly remark?: string;
  /** Whether a file is an article only if its name begins with a date. */
  readonly isDated?: boolean;
}

/** A program, or a habit, by which folders of articles come about: a row of the table of those that are recognised. */
export interface Generator {
  readonly name: string;
  readonly find: (folder: Look) => Promise<Found | undefined> | Found | undefined;
}
