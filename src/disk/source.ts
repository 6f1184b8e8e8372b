/** A file of the articles folder, known but not read. */
export interface Source {
  /** Relative to the articles folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The file's own time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly modified: number;
  /** Changes whenever the file does: inode, size, mtime and ctime to the nanosecond. */
  readonly stamp: string;
}

/** One path that is not as it was: the file as it is now, or nothing where it is gone. */
export interface Change {
  readonly path: string;
  readonly source?: Source;
}
