import type { Day } from './civil.js';
import type { Language, Unit } from './language.js';
import { patternOf } from './pattern.js';
import type { Token } from './tokens.js';
import { dayIn } from './zone.js';

/** A moment counted from another, and whether it was counted in hours or less. */
export interface Ago {
  readonly instant: number;
  readonly hasTime: boolean;
}

/**
 * Reads how long ago something was, as "2 hours ago", "vor einer Stunde", "3日前".
 *
 * @param tokens the whole text
 * @param base what it counts from
 */
export function readRelative(tokens: readonly Token[], language: Language, base: number): Ago | undefined {
  if (tokens.length > 8) return undefined;
  const asked = patternOf(tokens);
  const span = language.spanOf(asked.pattern) ?? language.spanOf(asked.plain);
  const count = span?.count ?? asked.count ?? 1;
  if (!span || count > 10_000) return undefined;
  const hasTime = span.unit === 'hour' || span.unit === 'minute' || span.unit === 'second';
  return { instant: before(base, count, span.unit), hasTime };
}

/** The day that a word such as "yesterday" or "heute" names, seen from a moment in a zone. */
export function dayNamed(
  phrase: string,
  language: Language,
  base: number,
  timezone: string,
): Day | undefined {
  const span = language.spanOf(phrase);
  if (span?.count === undefined || span.unit !== 'day') return undefined;
  return dayIn(base - span.count * milliseconds.day, timezone);
}

const milliseconds = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

function before(base: number, count: number, unit: Unit): number {
  if (unit !== 'month' && unit !== 'year') return base - count * milliseconds[unit];
  const date = new Date(base);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - (unit === 'year' ? 12 : 1) * count, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}
