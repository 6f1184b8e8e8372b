import type { Instant } from './article.js';
import { readDigits } from './dates/digits.js';
import { english } from './dates/english.js';
import { everyLanguage } from './dates/every-language.js';
import { isFiller } from './dates/fillers.js';
import { readIso } from './dates/iso.js';
import { momentOf } from './dates/moment.js';
import { type Ago, dayNamed, readRelative } from './dates/relative.js';
import { type Token, tokenise } from './dates/tokens.js';
import { readWritten, type Written } from './dates/written.js';
import { isZoneWord } from './dates/zones.js';

/** A date as read: the moment, whether a time of day was stated, and whether it counted from another moment. */
export interface ReadDate {
  readonly instant: Instant;
  readonly hasTime: boolean;
  readonly relative: boolean;
}

/**
 * Reads a date in any of the shapes that writers use; the whole text must be the date.
 *
 * Names of months and days are understood in the major languages. A date in numbers whose year comes last has the day
 * first ("3/4/2025" is 3 April), unless the second number is above 12 or a day of the week says otherwise. A month
 * without a day begins on its first day. Years have four digits, or two as RFC 822 has them. A relative date ("2 hours
 * ago") has a time where it counts in hours or less.
 *
 * @param text what stands in the file
 * @param options.timezone IANA zone for a date that states none
 * @param options.base what relative dates count from; without it they are not read
 * @returns nothing where the text is not a date, or names a day that does not exist
 * @throws RangeError where the time zone does not exist
 *
 * @example
 * readDate('Nov 26, 2025 3:05 PM', { timezone: 'Asia/Karachi' })
 * // { instant: 1764151500000, hasTime: true, relative: false }
 */
export function readDate(
  text: string,
  options: { readonly timezone: string; readonly base?: Instant },
): ReadDate | undefined {
  const { timezone } = options;
  const trimmed = text.trim();
  if (trimmed.length > longest) return undefined;
  const exact = readIso(trimmed) ?? readDigits(trimmed);
  if (typeof exact === 'number') return { instant: exact, hasTime: true, relative: false };
  const written = exact ?? readWords(tokenise(trimmed), options);
  if (!written) return undefined;
  if ('instant' in written) return { ...written, relative: true };
  const instant = momentOf(written.day, written.clock, written.zone ?? timezone);
  if (instant === undefined) return undefined;
  return { instant, hasTime: written.clock !== undefined, relative: written.relative ?? false };
}

function readWords(
  tokens: readonly Token[],
  { timezone, base }: { readonly timezone: string; readonly base?: Instant },
): Written | Ago | undefined {
  for (const language of isWordy(tokens) ? [english] : [english, everyLanguage]) {
    const ago = base === undefined ? undefined : readRelative(tokens, language, base);
    const day = (phrase: string) =>
      base === undefined ? undefined : dayNamed(phrase, language, base, timezone);
    const read = ago ?? readWritten(tokens, language, day);
    if (read) return read;
  }
  return undefined;
}

/** Text with more unknown words is prose, whatever its language. */
function isWordy(tokens: readonly Token[]): boolean {
  return (
    tokens.filter(({ kind, text }) => kind === 'word' && !isFiller(text) && !isZoneWord(text)).length > 6
  );
}

/** Longer text is no date, and is not looked at. */
const longest = 120;
