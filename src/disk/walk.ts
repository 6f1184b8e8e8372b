import { type BigIntStats, lstatSync, readdirSync, type Stats } from 'node:fs';
import { type Problem, problem } from '../problems.js';
import { isAbsence, reasonOf } from './reason.js';
import { alwaysSkipped, type Skip } from './skip.js';
import type { Source } from './source.js';
import { sourceOf } from './stamp.js';

/** What lies in the articles folder, or in a part of it. Paths are relative to it, with `/`; it is itself `''`. */
export interface Listing {
  /** Every regular file that is not skipped, by path. */
  readonly sources: Map<string, Source>;
  /** Every folder that could be read, with what tells it from another of its name. */
  readonly folders: Map<string, string>;
  /** Files and folders that may be there, but cannot be looked at: nothing is known of what they hold. */
  readonly unreadable: Set<string>;
  /** Links that were met, by path. */
  readonly links: Set<string>;
  readonly problems: Problem[];
}

/** What a walk fills: a listing, or less where of the files something else is wanted. */
export interface Findings extends Omit<Listing, 'sources'> {
  readonly sources: { set(path: string, source: Source): unknown };
}

/** A folder on the way: its path and its identity. */
export interface Folder {
  readonly path: string;
  readonly id: string;
}

/** A listing of nothing, to be filled. */
export function emptyListing(): Listing {
  return {
    sources: new Map(),
    folders: new Map(),
    unreadable: new Set(),
    links: new Set(),
    problems: [],
  };
}

/**
 * Lists a folder and the folders below it. Links are noted and not followed, and nothing is opened that could block.
 *
 * @param root the articles folder
 * @param start the folder to begin with
 * @param skip what to leave out beside what is always left out
 * @param into where the findings go
 * @param enter whether to list a folder found on the way; all of them where left out
 */
export function walk(
  root: string,
  start: Folder,
  skip: Skip,
  into: Findings,
  enter: (folder: Folder) => boolean = () => true,
): void {
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const names = namesIn(root, folder, into);
    if (names === undefined) continue;
    into.folders.set(folder.path, folder.id);
    for (const name of names) {
      const found = examine(root, folder.path === '' ? name : `${folder.path}/${name}`, skip, into);
      if (found !== undefined && enter(found)) waiting.push(found);
    }
  }
}

/**
 * Looks at one path: a file or a link goes into the listing, a folder is returned for its own names to be read.
 *
 * @param root the articles folder
 * @param path relative to it, with `/`
 * @param skip what to leave out beside what is always left out
 * @param into where the findings go
 */
export function examine(root: string, path: string, skip: Skip, into: Findings): Folder | undefined {
  let stats: Stats | undefined;
  try {
    stats = lstatSync(`${root}/${path}`);
  } catch (error) {
    if (!isAbsence(error)) {
      into.unreadable.add(path);
      into.problems.push(problem('file-unreadable', { path }, { reason: reasonOf(error) }));
      return undefined;
    }
  }
  const isFolder = stats?.isDirectory() ?? false;
  if (alwaysSkipped(path, isFolder) || skip(path, isFolder)) return undefined;
  if (stats === undefined) {
    // Names are decoded as UTF-8; one that was not comes back with this mark, and is not found under it.
    if (path.includes('\uFFFD')) into.problems.push(problem('file-name-invalid', { path }));
  } else if (isFolder) {
    return { path, id: identityAt(root, path) };
  } else if (stats.isFile()) {
    into.sources.set(path, sourceOf(path, stats));
  } else if (stats.isSymbolicLink()) {
    into.links.add(path);
  } else {
    into.problems.push(problem('file-special', { path }));
  }
  return undefined;
}

/**
 * What tells a folder from another that has, or had, the same name: device, inode, and the time it was made, because
 * inodes are used again.
 *
 * @param stats of the folder
 */
export function identityOf(stats: BigIntStats): string {
  return `${stats.dev} ${stats.ino} ${stats.birthtimeNs}`;
}

/**
 * The identity of a folder; an empty one, which no folder has, where there is none.
 *
 * @param root the articles folder
 * @param path relative to it, with `/`
 */
export function identityAt(root: string, path: string): string {
  try {
    const stats = lstatSync(`${root}/${path}`, { bigint: true });
    return stats.isDirectory() ? identityOf(stats) : '';
  } catch {
    return '';
  }
}

function namesIn(root: string, folder: Folder, into: Findings): readonly string[] | undefined {
  try {
    return readdirSync(folder.path === '' ? root : `${root}/${folder.path}`).sort();
  } catch (error) {
    // A folder that went away since it was found is gone; the articles folder itself is never taken for gone.
    if (folder.path !== '' && isAbsence(error)) return undefined;
    into.unreadable.add(folder.path);
    into.problems.push(problem('folder-unreadable', { path: folder.path }, { reason: reasonOf(error) }));
    return undefined;
  }
}
