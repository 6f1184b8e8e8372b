import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import type { Document, Sheet } from './document.js';
import { fileNames, mediaTypes } from './formats.js';
import type { Fragments } from './fragments.js';
import { opml } from './opml.js';

/**
 * The sheet of a feed.
 *
 * @param isSame whether the feed is what it was in the turn before
 * @param entries gives its entries, rendered
 * @param page renders its pages, and what leads to them from the feed; nothing where it has none
 */
export function sheet(
  feed: Feed<Headline>,
  isSame: boolean,
  entries: () => Promise<readonly Fragments[]>,
  page?: FeedPage,
): Sheet {
  const { history } = feed;
  const names = (['rss', 'atom', 'json'] as const).map((format) => feed.folder + fileNames[format]);
  return {
    names: page ? [...names, ...page.names] : names,
    isSame,
    ...(history?.current === undefined && { leadsTo: history?.pages === undefined ? [] : [history.pages] }),
    ...(page && { yielding: page.names }),
    render: async () => {
      const rendered = await entries();
      const { render } = await import('./render.js');
      const documents = render(feed, rendered, await page?.note());
      return page ? [...documents, ...(await page.render(rendered))] : documents;
    },
  };
}

/** What people see of a feed. */
export interface FeedPage {
  /** The names of its pages. */
  readonly names: readonly string[];
  /** What a browser shows above the feed itself, in XHTML. */
  readonly note: () => Promise<string>;
  readonly render: (entries: readonly Fragments[]) => Promise<readonly Document[]>;
}

/** A page on its way to disk. */
export function htmlDocument(name: string, text: string): Document {
  return { name, mediaType: 'text/html; charset=utf-8', bytes: Buffer.from(text) };
}

/** Renders the list of all feeds as OPML. */
export function listSheet(title: string, feeds: readonly Feed<Headline>[]): Sheet {
  const { opml: name } = fileNames;
  const mediaType = `${mediaTypes.opml}; charset=utf-8`;
  return {
    names: [name],
    isSame: false,
    leadsTo: [],
    render: async () => [{ name, mediaType, bytes: Buffer.from(opml(title, feeds)) }],
  };
}
