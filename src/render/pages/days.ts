import type { Instant } from '../../article/article.js';
import { escapeText } from '../text.js';
import { inLanguage } from './language.js';
import type { Look } from './look.js';

/** An instant as the day it falls on where the site is at home, in the words of a language. */
export function day(instant: Instant, look: Look, language = look.language): string {
  const text = formatOf(language, look.timezone).format(instant);
  return `<time datetime="${new Date(instant).toISOString()}">${escapeText(text)}</time>`;
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
