import type { Instant } from '../../article/article.js';
import { escapeText } from '../text.js';
import { inLanguage, languageAttributes } from './language.js';
import type { Look } from './look.js';

/**
 * An instant as the day it falls on where the site is at home.
 *
 * @param language of the words
 * @param around of what stands around it
 */
export function day(instant: Instant, look: Look, language = look.language, around = language): string {
  const text = formatOf(language, look.timezone).format(instant);
  return `<time datetime="${new Date(instant).toISOString()}"${languageAttributes(language, around)}>${escapeText(text)}</time>`;
}

/** To make one takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const made =
    formats.get(key) ??
    inLanguage(language, (known) => new Intl.DateTimeFormat(known, { dateStyle: 'long', timeZone }));
  formats.set(key, made);
  return made;
}
