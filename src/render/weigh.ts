import type { Entry } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { entryElement as atomEntry } from './atom.js';
import { item as jsonItem } from './json.js';
import { once } from './once.js';
import { render } from './render.js';
import { item as rssItem } from './rss.js';

/**
 * Weighs what an entry adds to a document, in the format in which it adds most: bytes of UTF-8. Each entry is rendered
 * for it as documents will show it, and not again for them.
 *
 * No document of a feed is larger than the feed without entries and all its entries together weigh.
 */
export const weigh: (entry: Entry) => number = once((entry) =>
  Math.max(bytes(rssItem(entry)), bytes(atomEntry(entry)), bytes(jsonItem(entry)) + betweenItems),
);

/** Weighs the largest document of a feed without its entries: bytes of UTF-8. */
export function weighEmpty(feed: Feed): number {
  return Math.max(...render({ ...feed, entries: [] }).map(({ text }) => bytes(text)));
}

/** In JSON, a comma and a line end; the last item has no comma. */
const betweenItems = 2;

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
