import { type Problem, problem } from '../../problems.js';
import type { ReadContext } from '../article.js';
import { type ReadDate, readDate } from '../dates.js';
import type { Keys } from './keys.js';
import type { Entry, Value } from './matter.js';
import { readZoneless } from './zoneless.js';

/** A date of the front matter with its line, and what was wrong on the way to it. */
export interface DateThere {
  readonly date?: ReadDate;
  readonly line?: number;
  /** The key and its value, as problems quote them. */
  readonly quoted?: { readonly field: string; readonly value: string };
  readonly problems: readonly Problem[];
}

/**
 * Reads the first key of a family that holds a date. A time of day may stand in a key of its own. Where all is well but
 * the zone, the date counts, in the zone of the config.
 *
 * @param context gives the zone for a date that states none, and what relative dates count from
 */
export function readDateIn(
  keys: Keys,
  family: 'published' | 'updated' | 'expires',
  { path, modified, timezone }: ReadContext,
): DateThere {
  // An end that counts from the time of the file would move on whenever the file is touched.
  const options = family === 'expires' ? { timezone } : { timezone, base: modified };
  const problems: Problem[] = [];
  for (const entry of keys.family(family)) {
    const { line } = entry;
    const text = textOf(entry.value);
    if (text === undefined || noDate.test(text) || (family === 'expires' && noEnd.test(text))) continue;
    const time = family === 'published' ? keys.text('time') : undefined;
    for (const whole of time ? [`${text} ${time}`, text] : [text]) {
      const quoted = quote(entry, whole);
      const date = readDate(whole, options);
      if (date) return { date, line, quoted, problems };
      const zoneless = readZoneless(whole, timezone);
      if (!zoneless) continue;
      problems.push(problem('zone-unknown', { path, line }, quoted));
      return { date: zoneless, line, quoted, problems };
    }
    problems.push(problem('date-unreadable', { path, line }, quote(entry, text)));
  }
  return { problems };
}

/** What says whether, not when. */
const noDate = /^(?:true|false|yes|no|on|off|\d)$/i;
/** Programs that cannot say never say the last day there is. */
const noEnd = /^(?:never|none|9999-12-31(?!\d).*)$/i;

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

function quote({ key }: Entry, value: string): { readonly field: string; readonly value: string } {
  return { field: key, value: value.slice(0, 60) };
}
