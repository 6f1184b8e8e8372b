import { escapeText } from '../text.js';
import { directionOf } from './language.js';
import type { Look } from './look.js';
import { wordsOf } from './words.js';

/**
 * What people are told who open a feed in a browser: an XHTML element for the beginning of `channel` in RSS and of
 * `feed` in Atom. Readers pass over it, validators take no offence at a `div`, and browsers make its link a link and its
 * `meta` fit phones.
 *
 * @param href absolute address of the page of the feed
 */
export function feedNote(href: string, look: Pick<Look, 'language'>): string {
  const { words, language } = wordsOf(look.language);
  return `<div xmlns="http://www.w3.org/1999/xhtml" lang="${escapeText(language)}" dir="${directionOf(language)}"><meta name="viewport" content="width=device-width, initial-scale=1"/><p>${escapeText(words.isFeed)}</p><p><a href="${escapeText(href)}">${escapeText(words.asPage)}</a></p></div>`;
}
