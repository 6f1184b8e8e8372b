import type { Entry } from '../../src/entry/entry.js';
import type { Feed } from '../../src/feed/feed.js';
import { fragments } from '../../src/render/fragments.js';
import { render as renderFeed } from '../../src/render/render.js';
import { weigh as weighFragments } from '../../src/render/weigh.js';

/** The documents of a feed as text: RSS, Atom, JSON. */
export function render(feed: Feed): { name: string; mediaType: string; text: string }[] {
  return renderFeed(feed, feed.entries.map(fragments)).map(({ bytes, ...document }) => ({
    ...document,
    text: Buffer.from(bytes).toString(),
  }));
}

const nth = (feed: Feed, at: number) => render(feed)[at]?.text ?? '';

export const rss = (feed: Feed) => nth(feed, 0);
export const atom = (feed: Feed) => nth(feed, 1);
export const json = (feed: Feed) => nth(feed, 2);
export const weigh = (entry: Entry) => weighFragments(fragments(entry));
