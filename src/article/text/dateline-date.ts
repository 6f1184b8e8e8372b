import type { ReadContext } from '../article.js';
import { readDateline } from './dateline.js';
import type { Mark } from './mark.js';
import type { Paragraph } from './paragraphs.js';
import { readCopyDate } from './read-date.js';

/**
 * The date in the dateline of a press release ("PORTO, March 12, 2025 — "), where it states a year.
 *
 * @param paragraph the first of the body; the dateline stays in it
 * @param context for dates
 * @returns a mark, or none
 */
export function datelineDate(paragraph: Paragraph | undefined, context: ReadContext): Mark[] {
  const rest = paragraph && readDateline(paragraph.text)?.rest.replace(/\([^)]*\)|\/[^/]*\//g, '');
  if (!rest || !/\d{4}/.test(rest)) return [];
  const places = [...rest.matchAll(/(?:^|,)\s*/g)].map((match) => match.index + match[0].length);
  const line = paragraph.lines[0]?.number ?? 1;
  for (const place of places) {
    const date = readCopyDate(rest.slice(place), context);
    if (date) return [{ kind: 'date', of: 'published', labelled: false, date, line }];
  }
  return [];
}
