import type { Change, Source } from './source.js';

const nothing: ReadonlySet<string> = new Set();

/** Files as they were known, by path. */
export interface Known {
  readonly size: number;
  get(path: string): Source | undefined;
  keys(): Iterable<string>;
}

/**
 * Compares two listings: which files are new, other than they were, or gone.
 *
 * @param before the files as they were known, by path
 * @param after the files as they are, by path
 * @param unreadable files and folders of which nothing is known now: what lies there counts as unchanged
 */
export function compare(
  before: Known,
  after: ReadonlyMap<string, Source>,
  unreadable: ReadonlySet<string> = nothing,
): Change[] {
  const changes: Change[] = [];
  let met = 0;
  for (const [path, source] of after) {
    const known = before.get(path);
    if (known) met++;
    if (known?.stamp !== source.stamp) changes.push({ path, source });
  }
  if (met === before.size) return changes;
  for (const path of before.keys()) {
    if (!after.has(path) && !liesIn(path, unreadable)) changes.push({ path });
  }
  return changes;
}

/**
 * Whether a path is one of some places, or lies below one of them.
 *
 * @param path relative to the articles folder, with `/`
 * @param places files and folders; `''` is the articles folder itself
 */
export function liesIn(path: string, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false;
  for (let place = path; ; place = parentOf(place)) {
    if (places.has(place)) return true;
    if (place === '') return false;
  }
}

/** The folder that holds a path; `''` for the articles folder itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
