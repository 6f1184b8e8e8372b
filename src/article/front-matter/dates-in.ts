import { type Problem, problem } from '../../problems.js';
import type { ReadContext } from '../article.js';
import { type ReadDate, readDate } from '../dates.js';
import type { Keys } from './keys.js';
import type { Entry, Value } from './matter.js';

/** A date of the front matter with its line, and what was no date on the way to it. */
export interface DateThere {
  readonly date?: ReadDate;
  readonly line?: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads the first key of a family that holds a date. A time of day may stand in a key of its own.
 *
 * @param context gives the zone for a date that states none, and what relative dates count from
 */
export function readDateIn(keys: Keys, family: 'published' | 'updated', context: ReadContext): DateThere {
  const options = { timezone: context.timezone, base: context.modified };
  const problems: Problem[] = [];
  for (const entry of keys.family(family)) {
    const text = textOf(entry.value);
    if (text === undefined || /^(?:true|false|yes|no|on|off|\d)$/i.test(text)) continue;
    const time = family === 'published' ? keys.text('time') : undefined;
    const date = (time && readDate(`${text} ${time}`, options)) || readDate(text, options);
    if (date) return { date, line: entry.line, problems };
    problems.push(unreadable(entry, text, context.path));
  }
  return { problems };
}

/** A list of dates begins with the one that counts; quotes around a date are of no matter. */
function textOf(value: Value): string | undefined {
  if (Array.isArray(value)) return value[0] === undefined ? undefined : textOf(value[0]);
  if (typeof value !== 'string') return undefined;
  const text = value
    .trim()
    .replace(/^["'](.*)["']$/s, '$1')
    .trim();
  return text === '' ? undefined : text;
}

function unreadable({ key, line }: Entry, value: string, path: string): Problem {
  return problem('date-unreadable', { path, line }, { field: key, value: value.slice(0, 60) });
}
