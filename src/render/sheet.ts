import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import type { Sheet } from './document.js';
import { fileNames, mediaTypes } from './formats.js';
import type { Fragments } from './fragments.js';
import { opml } from './opml.js';

/**
 * The sheet of a feed.
 *
 * @param isSame whether the feed is what it was in the turn before
 * @param entries gives its entries, rendered
 */
export function sheet(
  feed: Feed<Headline>,
  isSame: boolean,
  entries: () => Promise<readonly Fragments[]>,
): Sheet {
  const { history } = feed;
  return {
    names: (['rss', 'atom', 'json'] as const).map((format) => feed.folder + fileNames[format]),
    isSame,
    ...(history?.current === undefined && { leadsTo: history?.pages === undefined ? [] : [history.pages] }),
    render: async () => {
      const rendered = await entries();
      const { render } = await import('./render.js');
      return render(feed, rendered);
    },
  };
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
