import { type Span, type Unit, units } from './language.js';
import { patternOf } from './pattern.js';
import { tokenise } from './tokens.js';

/** Has languages write how long ago things were, and gathers the patterns. */
export function gatherSpans(languages: readonly string[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      for (const numeric of ['always', 'auto'] as const) {
        const format = new Intl.RelativeTimeFormat(language, { style, numeric });
        for (const [unit, count] of numeric === 'always' ? counted : named) {
          const { pattern, count: shown } = patternOf(tokenise(format.format(-count, unit)));
          const span = shown === undefined ? { unit, count } : { unit };
          if (pattern !== '' && !spans.has(pattern)) spans.set(pattern, span);
        }
      }
    }
  }
  return spans;
}

/** Numbers that languages decline differently, and times that they have words of their own for. */
const counted = units.flatMap((unit) => [1, 2, 5, 11].map((count) => [unit, count] as const));
const named: readonly (readonly [Unit, number])[] = [
  ['second', 0],
  ['day', 0],
  ['day', 1],
  ['day', 2],
  ['week', 1],
  ['month', 1],
  ['year', 1],
];
