import { type Day, isDay } from './civil.js';
import { instantIn } from './zone.js';

/** A time of day; `hour` may be 24 where nothing follows it, and `second` 60 where one is leapt. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** What a clock is ahead of UTC, in minutes, or the IANA name of where it hangs. */
export type Zone = number | string;

/**
 * The moment of a day and a time in a zone; nothing where there is no such day or time, or where the year is 10000 in UTC
 * already.
 */
export function momentOf(day: Day, clock: Clock | undefined, zone: Zone): number | undefined {
  if (!isDay(day) || (clock && !isClock(clock))) return undefined;
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = clock ?? {};
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  const instant = typeof zone === 'number' ? wall - zone * 60_000 : instantIn(wall, zone);
  return instant < endOfYears ? instant : undefined;
}

/** Documents write years with four digits. */
const endOfYears = Date.UTC(10_000, 0);

function isClock({ hour, minute, second, millisecond }: Clock): boolean {
  if (hour === 24) return minute === 0 && second === 0 && millisecond === 0;
  return hour < 24 && minute < 60 && second <= 60;
}
