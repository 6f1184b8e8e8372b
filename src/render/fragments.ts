import type { Entry } from '../entry/entry.js';
import { atomEntry } from './atom.js';
import { jsonItem } from './json.js';
import { rssItem } from './rss.js';

/** An entry in every format, in UTF-8: rendered once, and joined into every document that shows it. */
export interface Fragments {
  readonly rss: Uint8Array;
  /** In RSS, where the feed is a podcast, if it has anything to tell there. */
  readonly podcast?: Uint8Array;
  readonly atom: Uint8Array;
  readonly json: Uint8Array;
  /** What pages show of it; nothing where there are no pages. */
  readonly page?: PageParts;
}

/** An entry as pages show it. */
export interface PageParts {
  /** In a list. */
  readonly card: string;
  /** On a page of its own; nothing where it has none. */
  readonly reading?: { readonly head: string; readonly body: string };
}

/** Renders an entry in every format. */
export function fragments(entry: Entry): Fragments {
  return {
    rss: Buffer.from(rssItem(entry)),
    atom: Buffer.from(atomEntry(entry)),
    json: Buffer.from(jsonItem(entry)),
    ...(entry.episode && { podcast: Buffer.from(rssItem(entry, true)) }),
  };
}
