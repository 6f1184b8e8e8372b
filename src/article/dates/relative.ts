import type { Day } from './civil.js';
import { languages } from './languages.js';
import { tokenise } from './tokens.js';
import { dayIn } from './zone.js';

/** A moment counted from another, and whether it was counted in hours or less. */
export interface Ago {
  readonly instant: number;
  readonly hasTime: boolean;
}

/**
 * Reads how long ago something was, as "2 hours ago", "vor einer Stunde", "3日前".
 *
 * @param base what it counts from
 */
export function readRelative(text: string, base: number): Ago | undefined {
  if (text.length > 40) return undefined;
  const asked = patternOf(text);
  const span = spans().get(asked.pattern) ?? spans().get(asked.plain);
  const count = span?.count ?? asked.count;
  if (!span || count === undefined || count > 10_000) return undefined;
  const hasTime = span.unit === 'hour' || span.unit === 'minute' || span.unit === 'second';
  return { instant: before(base, count, span.unit), hasTime };
}

/** Finds the day that a word such as "yesterday" or "heute" names, seen from a moment in a zone. */
export function dayFrom(base: number, timezone: string): (phrase: string) => Day | undefined {
  return (phrase) => {
    const span = spans().get(phrase);
    if (span?.count === undefined || span.unit !== 'day') return undefined;
    return dayIn(base - span.count * milliseconds.day, timezone);
  };
}

const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
type Unit = (typeof units)[number];

/** A unit to count in, and how many where the words themselves say it ("yesterday", the Arabic dual). */
interface Span {
  readonly unit: Unit;
  readonly count?: number;
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

let gathered: ReadonlyMap<string, Span> | undefined;

/** What the languages say for times past, with `#` for the number; gathered when first asked for. */
function spans(): ReadonlyMap<string, Span> {
  gathered ??= gather();
  return gathered;
}

function gather(): ReadonlyMap<string, Span> {
  const all = new Map<string, Span>([['just now', { unit: 'second', count: 0 }]]);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      for (const numeric of ['always', 'auto'] as const) {
        const format = new Intl.RelativeTimeFormat(language, { style, numeric });
        for (const unit of units) {
          for (const count of numeric === 'always' ? [1, 2, 5, 11] : [0, 1, 2]) {
            const { pattern, count: shown } = patternOf(format.format(-count, unit), true);
            if (pattern !== '' && !all.has(pattern))
              all.set(pattern, shown === undefined ? { unit, count } : { unit });
          }
        }
      }
    }
  }
  return all;
}

interface Pattern {
  /** The words with `#` for the number. */
  readonly pattern: string;
  /** The same where the article ("an hour ago") is taken for a number. */
  readonly plain: string;
  readonly count?: number;
}

/** @param exact whether articles and English short forms stay as they are */
function patternOf(text: string, exact = false): Pattern {
  const tokens = tokenise(text).filter(({ kind, text: mark }) => kind !== 'mark' || !/^[.~]$/.test(mark));
  const words = tokens.map(({ text: word }) => word);
  const at = tokens.findIndex(({ kind }) => kind === 'number');
  const pattern = words
    .map((word, index) => (index === at ? '#' : exact ? word : (aliases.get(word) ?? word)))
    .join(' ');
  if (at >= 0) return { pattern, plain: pattern, count: Number(words[at]) };
  if (exact) return { pattern, plain: pattern };
  const article = words.findIndex((word) => articles.has(word));
  if (article < 0) return { pattern, plain: pattern };
  return { pattern, plain: words.with(article, '#').join(' '), count: 1 };
}

const articles = new Set(
  'a an one un une uno una um uma ein eine einer einem en et ett een eén один одну jeden jedną'.split(' '),
);
const aliases = new Map([
  ['hrs', 'hours'],
  ['hour', 'hours'],
  ['h', 'hours'],
  ['mins', 'minutes'],
  ['m', 'minutes'],
  ['secs', 'seconds'],
]);
