import { directionOf } from './language.js';
import type { Look } from './look.js';
import { inkOf, paper } from './palette.js';
import { base } from './sheets/base.js';
import { feed, namespaces } from './sheets/feed.js';
import { list } from './sheets/list.js';
import { media } from './sheets/media.js';
import { prose } from './sheets/prose.js';
import { reading } from './sheets/reading.js';
import { wordsOf } from './words.js';

/** The style sheet of all pages. */
export function pageStyle(look: Pick<Look, 'accent'>): string {
  return compact(colours(look) + base + list + reading + prose + media);
}

/** The style sheet of feeds that a browser shows as XML. */
export function feedStyle(look: Pick<Look, 'accent' | 'language' | 'title' | 'description'>): string {
  const again = look.description === look.title ? sayNothingAgain : '';
  return compact(namespaces + colours(look) + feed + again) + note(look.language);
}

/** A description for want of a better one is the title once more. */
const sayNothingAgain = 'channel>description,atom|feed>atom|subtitle{display:none}';

/** What a feed is told to be that does not tell it itself. RSS does not say in what direction it is written, either. */
function note(language: string): string {
  const { words } = wordsOf(language);
  const text = words.isFeed.replace(/["\\\n]/g, '');
  return `:root:not(:has(html|div))::before{content:"${text}";color:var(--quiet)}:root{direction:${directionOf(language)}}`;
}

/** Paper is white where it is printed, too. */
function colours({ accent }: Pick<Look, 'accent'>): string {
  const { asked, light, dark } = inkOf(accent);
  return `
:root{color-scheme:light dark;--paper:${paper.light};--tint:#f3f5f7;--ink:#1a1d21;--quiet:#596069;--line:#dde1e5;--mark:#ffe9a8;--bar:${asked};--accent:${light}}
@media screen and (prefers-color-scheme:dark){:root{--paper:${paper.dark};--tint:#212429;--ink:#e7e8ea;--quiet:#a3a9b1;--line:#353a41;--mark:#5b4a12;--accent:${dark}}}
`;
}

/** A sheet without the layout in which it is written here. */
function compact(sheet: string): string {
  return sheet.replace(/\s*\n\s*/g, '');
}
