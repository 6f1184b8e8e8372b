import type { ReadContext } from '../article.js';
import { type ReadDate, readDate } from '../dates.js';

/**
 * Reads a date as it stands in copy: perhaps in brackets, after "on", with the time before it or parted by a bar.
 *
 * @param text a line, or a part of one
 * @param context relative dates count from the time of the file
 */
export function readCopyDate(text: string, context: ReadContext): ReadDate | undefined {
  const bare = text.replace(/^[\s([,:–—-]+|[\s)\],;:–—-]+$/gu, '').replace(lead, '');
  if (bare.length > 70 || bare.length < 3 || !(/\d/.test(bare) || relative.test(bare))) return undefined;
  if (/^[\d\s.,]{1,6}$/.test(bare)) return undefined;
  const options = { timezone: context.timezone, base: context.modified };
  const plain = bare
    .replace(/\s*[|•·]\s*|\s+[–—-]\s+/gu, ' ')
    .replace(/\b(1[3-9]|2[0-3])([:.]\d{2})\s*pm\b/i, '$1$2')
    .replace(/(\d{4}),?\s+(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?$/i, '$1');
  return readDate(bare, options) ?? readDate(plain, options) ?? readWithoutYear(plain, options);
}

/** "26 Nov, 10:30" says of which year it is by the time of the file alone: the last such day before. */
function readWithoutYear(text: string, options: { timezone: string; base: number }): ReadDate | undefined {
  const [, day, rest] =
    /^(\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,12}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?)\.?((?:,? .*)?)$/u.exec(
      text,
    ) ?? [];
  if (day === undefined || rest === undefined) return undefined;
  const year = new Date(options.base).getUTCFullYear();
  const candidates = [year, year - 1].map((one) => readDate(`${day} ${one}${rest}`, options));
  const past = candidates.find((date) => date !== undefined && date.instant <= options.base + 86_400_000);
  return past && { ...past, relative: true };
}

const lead = /^(?:on|at|le|am|vom|den|el|em|il|op|på|la|dne|в|от|ngày)\s+(?=\S*\d|\p{L})/iu;
const relative =
  /\b(?:ago|yesterday|today|just now|an? (?:minute|hour|day|week)|gestern|heute|hier|ayer|ontem|ieri|вчера|сегодня)\b|[昨今]|前|전/iu;
