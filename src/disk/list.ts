import { identityOfRoot } from './root.js';
import type { Skip } from './skip.js';
import { emptyListing, type Listing, walk } from './walk.js';

/** What to leave out of a listing. */
export interface ListOptions {
  /** What to leave out beside what is always left out. */
  readonly skip: Skip;
}

/**
 * Lists every file of the articles folder, articles and media alike. Never throws: what cannot be read is a problem,
 * and the rest goes on.
 *
 * @param folder absolute path of the articles folder; it may be a link itself, though no link below it is followed
 * @param options what to leave out
 */
export function listSources(folder: string, options: ListOptions): Listing {
  const listing = emptyListing();
  walk(folder, { path: '', id: identityOfRoot(folder) ?? '' }, options.skip, listing);
  return listing;
}
