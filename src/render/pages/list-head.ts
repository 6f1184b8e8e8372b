import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { fileNames, mediaTypes } from '../formats.js';
import { escapeText } from '../text.js';
import { nameOf } from './group-lists.js';
import type { Around } from './list-page.js';
import type { Look } from './look.js';
import { isMain } from './masthead.js';

/** What the head of a list page says of it. */
export function listHead(feed: Feed<Headline>, label: string, look: Look, around: Around): string {
  const name = isMain(feed, around) ? look.title : nameOf(feed.folder, label);
  const title = name === look.title ? look.title : `${name} – ${look.title}`;
  const link = (relation: string, folder: string | undefined) =>
    folder === undefined ? [] : [`<link rel="${relation}" href="${escapeText(`${folder}index.html`)}">`];
  return [
    `<title>${escapeText(title)}</title>`,
    `<meta name="description" content="${escapeText(feed.description)}">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeText(title)}">`,
    `<meta property="og:description" content="${escapeText(feed.description)}">`,
    `<meta property="og:site_name" content="${escapeText(look.title)}">`,
    ...(around.podcast === undefined
      ? []
      : [
          `<link rel="alternate" type="${mediaTypes.rss}" title="Podcast (RSS)" href="${escapeText(around.podcast + fileNames.rss)}">`,
        ]),
    ...link('prev', around.older),
    ...link('next', around.newer),
  ].join('\n');
}
