import { type Day, isDay } from './civil.js';
import type { Meaning } from './language.js';
import type { Clock, Zone } from './moment.js';
import { fullYear } from './numeric.js';

/** What has been found of a date so far. */
export interface Parts {
  /** The days that a date in numbers can name, likeliest first. */
  days: readonly Day[];
  /** Whether those are a month's first days, since it named no day. */
  dayless: boolean;
  /** Whether the day was named as seen from another, as "yesterday". */
  relative: boolean;
  /** Names of months and days of the week. */
  readonly meanings: Meaning[];
  /** Numbers that must be the day and the year; a day with a dot behind it is written so in some languages only. */
  readonly numbers: { readonly text: string; readonly dotted: boolean }[];
  clock?: Clock;
  zone?: Zone;
}

/** Puts together the day that the parts name, by the stated day of the week where they leave a choice. */
export function chooseDay(parts: Parts): { readonly day: Day; readonly dayless: boolean } | undefined {
  const named = parts.days.length > 0 ? parts : daysOf(parts);
  const real = named?.days.filter(isDay) ?? [];
  const weekdays = parts.meanings.flatMap((meaning) => meaning.weekdays ?? []);
  const agreeing = weekdays.length > 0 ? real.find((day) => weekdays.includes(weekdayOf(day))) : undefined;
  const day = agreeing ?? real[0];
  return day && named && { day, dayless: named.dayless };
}

function daysOf({ meanings, numbers }: Parts): Pick<Parts, 'days' | 'dayless'> | undefined {
  const monthly = meanings.filter(({ months }) => months && months.length > 0);
  const sure = monthly.filter(({ weekdays }) => !weekdays || weekdays.length === 0);
  const months = (sure[0] ?? monthly[0])?.months;
  const [first, second] = numbers;
  if (!months || sure.length > 1 || !first) return undefined;
  if (!second && first.text.length !== 4) return undefined;
  if (!second)
    return { days: months.map((month) => ({ year: Number(first.text), month, day: 1 })), dayless: true };
  const [day, year] = first.text.length === 4 ? [second, first] : [first, second];
  if (day.text.length > 2 || (year.text.length !== 4 && year.text.length !== 2)) return undefined;
  const likely = day.dotted ? [...months].reverse() : months;
  const days = likely.map((month) => ({ year: fullYear(year.text), month, day: Number(day.text) }));
  return { days, dayless: false };
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
