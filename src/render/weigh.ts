import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import type { Fragments } from './fragments.js';
import { render } from './render.js';

/**
 * Weighs what an entry adds to a document, in the format in which it adds most: bytes of UTF-8.
 *
 * No document of a feed is larger than the feed without entries and all its entries together weigh.
 */
export function weigh({ rss, podcast, atom, json }: Fragments): number {
  return Math.max(rss.length, podcast?.length ?? 0, atom.length, json.length + comma);
}

/** Weighs the largest document of a feed without its entries, with what a browser shows above it: bytes of UTF-8. */
export function weighEmpty(feed: Feed<Headline>, note?: string): number {
  return Math.max(...render(feed, [], note).map(({ bytes }) => bytes.length));
}

/** Between two items in JSON; the last item has none. */
const comma = 1;
