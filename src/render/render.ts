import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { atom } from './atom.js';
import type { Document, Sheet } from './document.js';
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

/**
 * Renders a feed when its documents are asked for: a great archive has more of them than memory holds.
 *
 * @param feed the feed, with whatever entries
 * @param isSame whether the feed is what it was in the turn before
 * @param whole the feed with its entries
 */
export function sheet({ folder, history }: Feed<Headline>, isSame: boolean, whole: () => Feed): Sheet {
  return {
    names: formats.map(({ name }) => folder + name),
    isSame,
    leadsOn: history?.current === undefined,
    render: () => render(whole()),
  };
}

/** Renders the list of all feeds as OPML. */
export function listSheet(title: string, feeds: readonly Feed<Headline>[]): Sheet {
  const { opml: name } = fileNames;
  const mediaType = `${mediaTypes.opml}; charset=utf-8`;
  return {
    names: [name],
    isSame: false,
    leadsOn: true,
    render: () => [{ name, mediaType, text: opml(title, feeds) }],
  };
}
