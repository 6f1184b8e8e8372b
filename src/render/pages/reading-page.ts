import { escapeText } from '../text.js';
import { address, linked } from './address.js';
import { languageAttributes } from './language.js';
import type { Look } from './look.js';
import type { Reading } from './reading.js';
import { say } from './say.js';
import { footer, logo, shell } from './shell.js';

/** What the page of an entry leads to. */
export interface Neighbours {
  /** The way from the page to the output folder, as `../../`. */
  readonly root: string;
  /** The entries published before and after it. */
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
}

/** An entry beside another. */
export interface Neighbour {
  readonly title: string;
  /** Relative to the page, or absolute. */
  readonly href: string;
}

/**
 * The page on which an entry is read.
 *
 * @param parts what is the entry's own
 * @param language of the entry, BCP 47
 */
export function readingPage(parts: Reading, language: string, look: Look, around: Neighbours): string {
  const { root, previous, next } = around;
  const relation = (name: string, neighbour: Neighbour | undefined) => {
    const href = neighbour && address(neighbour.href);
    return href === undefined ? '' : `\n<link rel="${name}" href="${href}">`;
  };
  return shell(
    {
      language,
      root,
      head: parts.head + relation('prev', previous) + relation('next', next),
      feed: { folder: '', title: look.title },
      kind: 'reading',
      body: [
        `<header class="site"><p><a href="${escapeText(root)}index.html">${logo(root, look)}<bdi${languageAttributes(look.language, language)}>${escapeText(look.title)}</bdi></a></p></header>`,
        `<main>\n${parts.body}\n</main>`,
        neighbours(language, around),
        footer(
          look,
          `<p><a href="${escapeText(root)}index.html#subscribe">${say('subscribe', language)}</a></p>`,
        ),
      ]
        .filter(Boolean)
        .join('\n'),
    },
    look,
  );
}

function neighbours(language: string, { previous, next }: Neighbours): string {
  const link = (word: 'previous' | 'next', neighbour: Neighbour | undefined) =>
    neighbour === undefined
      ? ''
      : `<li class="${word}"><span>${say(word, language)}</span> ${linked(neighbour.href, `<bdi>${escapeText(neighbour.title)}</bdi>`)}</li>`;
  const all = link('previous', previous) + link('next', next);
  return all && `<nav class="neighbours"><ul>${all}</ul></nav>`;
}
