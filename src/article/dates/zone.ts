import type { Day } from './civil.js';

/**
 * The moment at which clocks in a zone show a given time. Where they show it twice, the first is meant; where they skip
 * it, the clock is taken to have run on (as Temporal's "compatible" does).
 *
 * @param wall the shown time as milliseconds, counted as if it were UTC
 * @param timezone IANA name
 * @throws RangeError where the zone does not exist
 */
export function instantIn(wall: number, timezone: string): number {
  if (timezone === 'UTC') return wall;
  const before = offsetAt(wall - day, timezone);
  const after = offsetAt(wall + day, timezone);
  if (before === after) return wall - before;
  const fitting = [wall - before, wall - after].filter(
    (instant) => instant + offsetAt(instant, timezone) === wall,
  );
  return fitting.length > 0 ? Math.min(...fitting) : wall - before;
}

/** The day on which a moment falls in a zone. */
export function dayIn(instant: number, timezone: string): Day {
  const wall = new Date(instant + (timezone === 'UTC' ? 0 : offsetAt(instant, timezone)));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

const day = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(instant: number, timezone: string): number {
  const shown = clockOf(timezone).format(instant);
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] = shown.split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timezone, clock);
  return clock;
}
