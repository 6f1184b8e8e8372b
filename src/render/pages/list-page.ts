import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { escapeText } from '../text.js';
import { linked } from './address.js';
import { day } from './days.js';
import { type Group, groupLists } from './group-lists.js';
import { languageAttributes } from './language.js';
import { listHead } from './list-head.js';
import type { Look } from './look.js';
import { isMain, masthead } from './masthead.js';
import { say } from './say.js';
import { footer, shell } from './shell.js';
import { subscribe } from './subscribe.js';

/** Where the pages around a page of a feed are. */
export interface Around {
  /** Where an entry is read: relative to the output folder, or absolute. */
  readonly hrefOf: (headline: Headline) => string;
  /** Groups that have pages of their own. */
  readonly groups: readonly Group[];
  /** The folder of the podcast, where there is one to which this page leads. */
  readonly podcast?: string;
  /** The folder of the feed of which this is an archive page. */
  readonly current?: string;
  /** Folders of the archive pages around this page, each with `/` at its end. */
  readonly older?: string;
  readonly newer?: string;
}

/** At most this many entries of a feed are cards; all others are lines. */
export const mostCards = 20;

/** More of them make no page that anybody reads to its end; the rest is in the feed, and in its archive. */
const mostEntries = 300;

/**
 * The page of a feed: how to subscribe, and its entries.
 *
 * @param label what the feed is called among the others: the tag, the name of the author
 * @param cards its latest entries, rendered; what entries there are beyond them become lines
 */
export function listPage(
  feed: Feed<Headline>,
  label: string,
  cards: readonly string[],
  look: Look,
  around: Around,
): string {
  const main = [
    masthead(feed, label, look, around),
    subscribe(feed, look, around),
    `<section class="entries" aria-labelledby="entries">\n<h2 id="entries">${span(feed, look, around)}</h2>`,
    cards.length > 0 ? cards.join('\n') : `<p>${say('nothingYet', look.language)}</p>`,
    '</section>',
    lines(feed.entries.slice(cards.length, mostEntries), look, around),
    pager(look, around),
  ];
  return shell(
    {
      language: look.language,
      root: '../'.repeat(feed.folder.split('/').length - 1),
      based: true,
      head: listHead(feed, label, look, around),
      feed: { folder: around.current ?? feed.folder, title: feed.title },
      kind: 'list',
      body: [
        `<main>\n${main.filter(Boolean).join('\n')}\n</main>`,
        isMain(feed, around) ? groupLists(around.groups, look) : '',
        footer(look),
      ]
        .filter(Boolean)
        .join('\n'),
    },
    look,
  );
}

/** What the entries are: the latest or, on an archive page, those from one day to another. */
function span({ entries }: Feed<Headline>, look: Look, { current }: Around): string {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (current === undefined || !newest || !oldest) return say('latest', look.language);
  const [from, to] = [day(oldest.published, look), day(newest.published, look)];
  return from === to ? from : `${from} – ${to}`;
}

function lines(entries: readonly Headline[], look: Look, around: Around): string {
  if (entries.length === 0) return '';
  const all = entries.map(
    (entry) =>
      `<li>${linked(around.hrefOf(entry), `<bdi${languageAttributes(entry.language, look.language)}>${escapeText(entry.title)}</bdi>`)} ${day(entry.published, look)}</li>`,
  );
  return `<section class="lines" aria-labelledby="earlier">\n<h2 id="earlier">${say('earlier', look.language)}</h2>\n<ul>\n${all.join('\n')}\n</ul>\n</section>`;
}

/** Leads through the archive. */
function pager(look: Look, { current, older, newer }: Around): string {
  const link = (folder: string | undefined, word: 'older' | 'newer' | 'latest', relation = '') =>
    folder === undefined
      ? ''
      : `<li class="${word}"><a href="${escapeText(`${folder}index.html`)}"${relation}>${say(word, look.language)}</a></li>`;
  const all = [
    link(older, 'older', ' rel="prev"'),
    link(current, 'latest'),
    link(newer, 'newer', ' rel="next"'),
  ].join('');
  return (
    all &&
    `<nav class="pager" aria-labelledby="pager"><h2 id="pager">${say('archive', look.language)}</h2><ul>${all}</ul></nav>`
  );
}
