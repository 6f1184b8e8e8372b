import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { escapeText } from '../text.js';
import { kindOf, nameOf } from './group-lists.js';
import type { Around } from './list-page.js';
import type { Look } from './look.js';
import { say } from './say.js';
import { logo } from './shell.js';

/** Whether a page is the first that people see of a site. */
export function isMain(feed: Feed<Headline>, { current }: Pick<Around, 'current'>): boolean {
  return feed.folder === '' && current === undefined;
}

/** What a list page is headed with: the site or, where it shows a part of it, that part and the way to the whole. */
export function masthead(feed: Feed<Headline>, label: string, look: Look, around: Around): string {
  const parts = isMain(feed, around) ? whole(look) : part(feed.folder, label, look, around);
  return `<header class="masthead">\n${parts.join('\n')}\n</header>`;
}

function whole(look: Look): string[] {
  const { title, description } = look;
  return [
    `${logo('', look)}<h1><bdi>${escapeText(title)}</bdi></h1>`,
    ...(description === '' || description === title ? [] : [`<p>${escapeText(description)}</p>`]),
  ];
}

function part(folder: string, label: string, look: Look, { current }: Around): string[] {
  const kind = kindOf(folder);
  const archive = current === undefined ? [] : [say('archive', look.language)];
  const place = kind === undefined ? [] : [say(kind, look.language), ...archive];
  const home = `<a href="index.html">${logo('', look)}<bdi>${escapeText(look.title)}</bdi></a>`;
  return [
    `<p class="place">${[home, ...place.map((word) => `<span>${word}</span>`)].join(' ')}</p>`,
    // The archive of the whole site is called like the site.
    `<h1>${(kind === undefined && archive[0]) || `<bdi>${escapeText(nameOf(folder, label))}</bdi>`}</h1>`,
  ];
}
