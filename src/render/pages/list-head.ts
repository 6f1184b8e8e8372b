import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { escapeText } from '../text.js';
import type { Around } from './list-page.js';
import type { Look } from './look.js';

/** What the head of a list page says of it. */
export function listHead(feed: Feed<Headline>, label: string, look: Look, around: Around): string {
  const isMain = feed.folder === '' && around.current === undefined;
  const title = isMain || label === look.title ? look.title : `${label} – ${look.title}`;
  const link = (relation: string, folder: string | undefined) =>
    folder === undefined ? [] : [`<link rel="${relation}" href="${escapeText(`${folder}index.html`)}">`];
  return [
    `<title>${escapeText(title)}</title>`,
    `<meta name="description" content="${escapeText(feed.description)}">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeText(title)}">`,
    `<meta property="og:description" content="${escapeText(feed.description)}">`,
    `<meta property="og:site_name" content="${escapeText(look.title)}">`,
    ...link('prev', around.older),
    ...link('next', around.newer),
  ].join('\n');
}
