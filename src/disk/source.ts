/** A file of the articles folder, known but not read. */
export interface Source {
  /** Relative to the articles folder, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The file's own time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly modified: number;
  /** Changes whenever the file does: inode, size, mtime and ctime. */
  readonly stamp: string;
}

/** Before the stamp of a file that is met under another path as well. */
const twinMark = '=';

/** A file that is met under another path as well: by way of a link it has a second name. */
export function twinOf(source: Source): Source {
  return { ...source, stamp: `${twinMark}${source.stamp}` };
}

/** Whether a file is met under another path as well, under which an article in it counts. */
export function isTwin({ stamp }: Source): boolean {
  return stamp.startsWith(twinMark);
}

/**
 * Milliseconds for which a file may be changed once more without a stamp that tells: clocks of file systems tick, some
 * of them every second or two.
 */
export function tickOf({ stamp }: Source): number {
  return changedAt(stamp) % 1000 === 0 ? 2100 : 10;
}

/** For clocks that are not quite the same. */
const leeway = 100;

/**
 * Whether a file was changed so short a time before a moment that it may be changed once more without a stamp that
 * tells.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, not after the file was read
 */
export function isRacy(source: Source, at: number): boolean {
  return !(changedAt(source.stamp) < at - Math.max(leeway, tickOf(source)));
}

function changedAt(stamp: string): number {
  return Number(stamp.slice(stamp.lastIndexOf(' ') + 1));
}

/** One path that is not as it was: the file as it is now, or nothing where it is gone. */
export interface Change {
  readonly path: string;
  readonly source?: Source;
}
