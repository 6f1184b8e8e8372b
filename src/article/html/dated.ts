import type { Instant, ReadContext } from '../article.js';
import { readDate } from '../dates.js';
import type { Clue, Subject } from './clue.js';
import { datesIn } from './dates-in.js';
import type { Said } from './said.js';

/** The first of the clues on a subject that is a date on which something can have been published on the web. */
export function chooseDate(
  clues: readonly Clue[],
  subject: Subject,
  context: ReadContext,
): Said<Instant> | undefined {
  for (const { subject: about, source, texts, line } of clues) {
    if (about !== subject) continue;
    // Only what readers see is written from their point in time.
    const options = { timezone: context.timezone, ...(source === 'page' && { base: context.modified }) };
    for (const text of texts.flatMap((whole) => [whole, ...datesIn(whole)])) {
      const value =
        text.length <= longest && !vague.test(text) ? readDate(text, options)?.instant : undefined;
      if (value !== undefined && value >= earliest) return { value, line };
    }
  }
  return undefined;
}

const earliest = Date.UTC(1990, 0, 1);
const longest = 80;
/** A year, or a year and a month. */
const vague = /^\W*\d{4}(?:[-/.]\d{1,2})?\W*$/;
