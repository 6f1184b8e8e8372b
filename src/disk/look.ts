import type { Problem } from '../problems.js';
import { compare, liesIn, parentOf } from './changes.js';
import { followLinks } from './links.js';
import type { ListOptions } from './list.js';
import { identityOfRoot } from './root.js';
import type { Change, Source } from './source.js';
import { emptyListing, examine, type Folder, identityAt, type Listing, walk } from './walk.js';

/** What is known of the articles folder: its files, and its folders with their identity, by path. */
export interface Known {
  readonly sources: ReadonlyMap<string, Source>;
  readonly folders: ReadonlyMap<string, string>;
  /** Links that were followed: nothing behind them is looked at. */
  readonly links?: ReadonlySet<string>;
}

/** What a look at some paths has shown. */
export interface Look {
  readonly changes: Change[];
  /** All folders as they are now; the very map that was known where none of them changed. */
  readonly folders: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** Whether a link was met that is to be followed, which takes a listing of all. */
  readonly isLinked: boolean;
}

/**
 * Looks again at some paths of the articles folder. The cost is that of these paths, not of the folder:
 * of a known folder only the names are read again, of a new one everything below it.
 *
 * @param root absolute path of the articles folder
 * @param known what is known of it
 * @param hints files and folders that may not be as they were, relative, with `/`; `''` is the articles folder itself
 * @param options what to leave out, and whether links are followed
 */
export function look(root: string, known: Known, hints: Iterable<string>, options: ListOptions): Look {
  const found = emptyListing();
  const scope: Scope = { places: new Set(), whole: new Set(), names: new Set(), still: new Set() };
  const isKnown = (folder: Folder): boolean => known.folders.get(folder.path) === folder.id;
  const enter = (folder: Folder): boolean => {
    const still = isKnown(folder) && !liesIn(folder.path, scope.whole);
    (still ? scope.still : scope.whole).add(folder.path);
    return !still;
  };
  findPlaces(root, hints, known, scope);
  for (const place of scope.places) {
    const folder =
      place === ''
        ? { path: place, id: identityOfRoot(root) ?? '' }
        : examine(root, place, options.skip, found);
    (folder !== undefined && isKnown(folder) ? scope.names : scope.whole).add(place);
    if (folder !== undefined) walk(root, folder, options.skip, found, enter);
  }
  const isLinked = options.follow !== undefined && found.links.size > 0;
  if (!isLinked) followLinks(root, options, found);
  const folders = foldersNow(known.folders, found, scope);
  const changes = compare(sourcesIn(scope, known, found), found.sources, found.unreadable);
  return { changes, folders, problems: found.problems.filter((one) => !isEcho(one, found)), isLinked };
}

/** Events of an unreadable folder name it twice, as itself and as a file in it; of that file nothing can be known. */
function isEcho({ code, path }: Problem, { unreadable }: Listing): boolean {
  return code === 'file-unreadable' && path !== undefined && unreadable.has(parentOf(path));
}

/** How far a look goes: what is known here gives way to what is found. */
interface Scope {
  /** Paths looked at. */
  readonly places: Set<string>;
  /** Those, and others met on the way, that were looked at with everything below them. */
  readonly whole: Set<string>;
  /** Folders of which the names alone were read. */
  readonly names: Set<string>;
  /** Folders met on the way that are as they were. */
  readonly still: Set<string>;
}

/**
 * Where to look: at the hint itself, or at the outermost folder around it that is not the one that was known.
 * So nothing is ever looked at by way of a link.
 */
function findPlaces(root: string, hints: Iterable<string>, known: Known, scope: Scope): void {
  const checked = new Map<string, boolean>([['', true]]);
  const isAsKnown = (folder: string): boolean => {
    const before = checked.get(folder);
    if (before !== undefined) return before;
    const same = isAsKnown(parentOf(folder)) && known.folders.get(folder) === identityAt(root, folder);
    checked.set(folder, same);
    return same;
  };
  for (const hint of hints) {
    let place = hint;
    while (place !== '' && !isAsKnown(parentOf(place))) place = parentOf(place);
    if (place !== hint) scope.whole.add(hint);
    scope.places.add(place);
  }
}

/** The folders after a look. Adds those that went away, seen by their absence from the names, to what was looked at whole. */
function foldersNow(
  before: ReadonlyMap<string, string>,
  found: Listing,
  scope: Scope,
): ReadonlyMap<string, string> {
  if (!isBroad(scope, before, found)) return before;
  const { whole, names, still } = scope;
  for (const path of before.keys()) {
    const missed = path !== '' && names.has(parentOf(path)) && !still.has(path);
    if (missed && !liesIn(path, found.unreadable)) whole.add(path);
  }
  const now = new Map<string, string>();
  for (const [path, id] of before) {
    const kept = found.unreadable.has(path) ? false : !liesIn(path, whole) || liesIn(path, found.unreadable);
    if (kept) now.set(path, id);
  }
  for (const [path, id] of found.folders) now.set(path, id);
  const same = now.size === before.size && [...now].every(([path, id]) => before.get(path) === id);
  return same ? before : now;
}

/** The known files in the scope of a look. */
function sourcesIn(scope: Scope, known: Known, found: Listing): ReadonlyMap<string, Source> {
  const { places, whole, names } = scope;
  const { links = new Set<string>() } = known;
  const sources = new Map<string, Source>();
  for (const path of [...places, ...whole]) {
    const source = known.sources.get(path);
    if (source !== undefined && !liesIn(path, links)) sources.set(path, source);
  }
  if (!isBroad(scope, known.folders, found)) return sources;
  for (const [path, source] of known.sources) {
    if ((names.has(parentOf(path)) || liesIn(path, whole)) && !liesIn(path, links)) sources.set(path, source);
  }
  return sources;
}

/** Whether a look touches folders, so that everything known has to be held against it. */
function isBroad({ names, whole }: Scope, before: ReadonlyMap<string, string>, found: Listing): boolean {
  return names.size > 0 || found.folders.size > 0 || [...whole].some((path) => before.has(path));
}
