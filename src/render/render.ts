import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { atom } from './atom.js';
import type { Document } from './document.js';
import { fileNames, mediaTypes } from './formats.js';
import { json } from './json.js';
import { opml } from './opml.js';
import { rss } from './rss.js';

const formats = [
  { name: fileNames.rss, type: mediaTypes.rss, render: rss },
  { name: fileNames.atom, type: mediaTypes.atom, render: atom },
  { name: fileNames.json, type: mediaTypes.json, render: json },
];

/** Renders a feed in every format: RSS 2.0, Atom 1.0 and JSON Feed 1.1. */
export function render(feed: Feed): Document[] {
  return formats.map(({ name, type, render }) => ({
    name: feed.folder + name,
    mediaType: `${type}; charset=utf-8`,
    text: render(feed),
  }));
}

/** Renders the list of all feeds as OPML. */
export function renderList(title: string, feeds: readonly Feed<Headline>[]): Document {
  return { name: fileNames.opml, mediaType: `${mediaTypes.opml}; charset=utf-8`, text: opml(title, feeds) };
}
