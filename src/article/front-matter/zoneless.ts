import { type ReadDate, readDate } from '../dates.js';

/**
 * Reads a date with a time whose zone does not exist as if it stated none: `2026-05-06 10:00 Mars/Olympus`,
 * `2026-05-06T10:00:00+25:00`, `6 May 2026 10:00 XYZT`.
 *
 * @param text what `readDate` does not read
 * @param timezone the zone that takes the place of the one that does not exist
 * @returns nothing where more is wrong than the zone, or what stands behind the time looks like none
 */
export function readZoneless(text: string, timezone: string): ReadDate | undefined {
  if (text.length > longest) return undefined;
  const rest = zoned.exec(text)?.[1];
  if (rest === undefined || instantIn(`2000-01-01 10:00${text.slice(rest.length)}`, timezone) !== undefined)
    return undefined;
  const date = readDate(rest, { timezone });
  if (!date?.hasTime) return undefined;
  // What reads alike in two zones states one that does exist, and nobody knows which of the two is meant.
  return instantIn(rest, 'UTC') === instantIn(rest, 'Asia/Tokyo') ? undefined : date;
}

const offset = /\p{Lu}{0,6}[+-]\d{1,2}(?::?\d{2})?/u;
const place = /\p{L}+(?:\/[\p{L}\d_+-]+){1,2}/u;
const name = /\p{Lu}{1,6}|(?:\p{Lu}\p{L}+ ){1,3}Time/u;
const zone = [offset, place, name].map(({ source }) => source).join('|');
/** What ends in a time, and behind it a zone, which may stand in brackets, or be explained in them. */
const zoned = new RegExp(
  `^(.*\\d(?:\\s?[AaPp]\\.?[Mm]\\.?)?)\\s*[([]?(?:${zone})[)\\]]?(?:\\s*\\([^()]*\\))?$`,
  'u',
);
/** Longer text is no date. */
const longest = 120;

function instantIn(text: string, timezone: string): number | undefined {
  return readDate(text, { timezone })?.instant;
}
