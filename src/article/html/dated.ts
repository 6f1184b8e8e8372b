import type { Instant, ReadContext } from '../article.js';
import { readDate } from '../dates.js';
import type { Clue, Subject } from './clue.js';
import { datesIn } from './dates-in.js';
import type { Said } from './said.js';

/**
 * The first of the clues on a subject that is a date on which something can have been published on the web.
 *
 * @param language of the page: American pages write the month first
 */
export function chooseDate(
  clues: readonly Clue[],
  subject: Subject,
  context: ReadContext,
  language: string | undefined,
): Said<Instant> | undefined {
  for (const { subject: about, source, texts, line } of clues) {
    if (about !== subject) continue;
    // Only what readers see is written from their point in time.
    const options = { timezone: context.timezone, ...(source === 'page' && { base: context.modified }) };
    for (const text of texts.flatMap((whole) => [whole, ...datesIn(whole)])) {
      if (text.length > longest || vague.test(text)) continue;
      const value = readDate(language === 'en-US' ? dayFirst(text) : text, options)?.instant;
      if (value !== undefined && value >= earliest) return { value, line };
    }
  }
  return undefined;
}

const earliest = Date.UTC(1990, 0, 1);
const longest = 80;
/** A year, or a year and a month. */
const vague = /^\W*\d{4}(?:[-/.]\d{1,2})?\W*$/;

/** Turns 5/3/2026 into 3/5/2026, as the rest of the world writes it. */
function dayFirst(text: string): string {
  return text.replace(
    /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\b/,
    (all, month: string, day: string, year: string) =>
      Number(month) <= 12 ? `${day}/${month}/${year}` : all,
  );
}
