import type { Known } from './changes.js';
import { type Follow, followLinks } from './links.js';
import { identityOfRoot } from './root.js';
import type { Skip } from './skip.js';
import type { Change } from './source.js';
import { emptyListing, type Listing, walk } from './walk.js';

/** What to leave out of a listing. */
export interface ListOptions {
  /** What to leave out beside what is always left out. */
  readonly skip: Skip;
  /** How far links are followed; not at all where left out. */
  readonly follow?: Follow;
}

/**
 * Lists every file of the articles folder, articles and media alike. Never throws: what cannot be read is a problem,
 * and the rest goes on.
 *
 * @param folder absolute path of the articles folder; it may be a link itself
 * @param options what to leave out, and whether to follow links
 */
export function listSources(folder: string, options: ListOptions): Listing {
  const listing = emptyListing();
  walk(folder, { path: '', id: identityOfRoot(folder) ?? '' }, options.skip, listing);
  followLinks(folder, options, listing);
  return listing;
}

/** What a look at the whole folder showed, against what was known of it. */
export interface Difference extends Pick<Listing, 'unreadable' | 'problems'> {
  /** Files that are new, other than they were, or not there, though perhaps only because they cannot be looked at. */
  readonly changes: Change[];
}

/**
 * Lists what differs from what is known of the articles folder. Files that are as they were leave no trace: there may be
 * very many.
 *
 * @param folder absolute path of the articles folder
 * @param known its files as they were
 * @param options what to leave out, and whether to follow links
 */
export function listChanges(folder: string, known: Known, options: ListOptions): Difference {
  const changes: Change[] = [];
  const met = new Set<string>();
  const { folders, unreadable, links, problems } = emptyListing();
  const sources = {
    set(path: string, source: Change['source'] & {}) {
      const before = known.get(path);
      if (before) met.add(path);
      if (before?.stamp !== source.stamp) changes.push({ path, source });
    },
  };
  const start = { path: '', id: identityOfRoot(folder) ?? '' };
  const into = { sources, folders, unreadable, links, problems };
  walk(folder, start, options.skip, into);
  followLinks(folder, options, into);
  if (met.size === known.size) return { changes, unreadable, problems };
  for (const path of known.keys()) if (!met.has(path)) changes.push({ path });
  return { changes, unreadable, problems };
}
