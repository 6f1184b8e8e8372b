import type { Instant, ReadContext } from '../article.js';
import { readDate } from '../dates.js';
import type { Clue, Subject } from './clue.js';
import { datesIn } from './dates-in.js';
import type { Said } from './said.js';

/**
 * The first of the clues on a subject that is a date on which something can have been published on the web. A date
 * that counts from another, as "2 hours ago", is only taken where there is no better one.
 *
 * @param language of the page: American pages write the month first
 */
export function chooseDate(
  clues: readonly Clue[],
  subject: Subject,
  { timezone, modified }: ReadContext,
  language: string | undefined,
): Said<Instant> | undefined {
  const said = clues.filter((clue) => clue.subject === subject);
  // Only what readers see is written from their point in time.
  const seen = said.filter(({ source }) => source === 'page');
  const monthFirst = language === 'en-US';
  return (
    firstDate(said, { timezone }, monthFirst) ?? firstDate(seen, { timezone, base: modified }, monthFirst)
  );
}

function firstDate(
  clues: readonly Clue[],
  options: Parameters<typeof readDate>[1],
  monthFirst: boolean,
): Said<Instant> | undefined {
  for (const { texts, line } of clues) {
    for (const text of texts.flatMap((whole) => [whole, ...datesIn(whole)])) {
      if (text.length > longest || vague.test(text)) continue;
      const date = readDate(monthFirst ? dayFirst(text) : text, options);
      if (date && date.instant >= earliest)
        return { value: date.instant, line, ...(date.relative && ({ relative: true } as const)) };
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
