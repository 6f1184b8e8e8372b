import { type Day, isDay } from './civil.js';
import type { Token } from './tokens.js';

/** The days that a date in numbers can name, likeliest first, and how many tokens it takes. */
export interface DaysThere {
  readonly days: readonly Day[];
  /** Whether only a month was named, which begins on its first day. */
  readonly dayless: boolean;
  readonly length: number;
}

/**
 * Reads the date in numbers that begins at a token: `2025-11-26`, `26.11.2025`, `11/26/25`, `20251126`, `2025-11`.
 *
 * The year comes first or last. Where it is last, the day comes first, unless the second number is above 12; a stated
 * day of the week can still decide for the other reading, except between dots, where the day is always first.
 */
export function readNumeric(tokens: readonly Token[], at: number): DaysThere | undefined {
  const [first, mark, second, again, third] = tokens.slice(at, at + 5);
  if (first?.kind !== 'number') return undefined;
  if (first.text.length === 8) return oneOf([partsOf(first.text)], 1);
  if (mark?.kind !== 'mark' || !/^[-./]$/.test(mark.text) || second?.kind !== 'number') return undefined;
  if (again?.kind === 'mark' && again.text === mark.text && third?.kind === 'number')
    return oneOf(inOrder(first.text, second.text, third.text, mark.text), 5);
  const tight = !mark.gap && !second.gap && mark.text !== '.';
  return tight ? oneOf(monthOnly(first.text, second.text), 3) : undefined;
}

/** The year that two digits stand for, as in RFC 822 dates (RFC 2822, 4.3); others stay as they are. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function oneOf(days: readonly Day[], length: number): DaysThere | undefined {
  const real = days.filter(isDay);
  return real.length > 0 ? { days: real, dayless: length === 3, length } : undefined;
}

function partsOf(digits: string): Day {
  return {
    year: Number(digits.slice(0, 4)),
    month: Number(digits.slice(4, 6)),
    day: Number(digits.slice(6)),
  };
}

function inOrder(first: string, second: string, third: string, mark: string): Day[] {
  if (third.length <= 2 && first.length === 4)
    return second.length <= 2 ? [{ year: Number(first), month: Number(second), day: Number(third) }] : [];
  if (first.length > 2 || second.length > 2 || (third.length !== 2 && third.length !== 4)) return [];
  const year = fullYear(third);
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const monthFirst = { year, month: Number(first), day: Number(second) };
  return mark === '.' ? [dayFirst] : [dayFirst, monthFirst];
}

function monthOnly(first: string, second: string): Day[] {
  if (first.length === 4 && second.length <= 2)
    return [{ year: Number(first), month: Number(second), day: 1 }];
  return second.length === 4 && first.length <= 2
    ? [{ year: Number(second), month: Number(first), day: 1 }]
    : [];
}
