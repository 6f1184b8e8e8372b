import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { fileNames } from './formats.js';
import { escapeText } from './text.js';

/**
 * Renders the list of all feeds as OPML 2.0, so that a reader can subscribe to them in one go.
 *
 * @param title what the list is called
 * @param feeds in the order to show; the RSS document of each is listed
 */
export function opml(title: string, feeds: readonly Feed<Headline>[]): string {
  const outlines = feeds.map(
    (feed) =>
      `    <outline type="rss" text="${escapeText(feed.title)}" title="${escapeText(feed.title)}" xmlUrl="${escapeText(feed.base + fileNames.rss)}" htmlUrl="${escapeText(feed.home)}" language="${escapeText(feed.language)}"/>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText(title)}</title>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}
