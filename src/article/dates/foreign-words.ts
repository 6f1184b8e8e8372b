import { isFiller } from './fillers.js';
import type { Meaning } from './language.js';
import { foldWord, tokenise } from './tokens.js';

/** Has languages write their months, their days of the week and the halves of their day, and gathers the words, folded. */
export function gatherWords(languages: readonly string[]): ReadonlyMap<string, Meaning> {
  const words = new Map<string, Senses>();
  for (const [word, half] of spoken) words.set(foldWord(word), { months: [], weekdays: [], half });
  for (const language of languages) {
    for (const { options, part } of samples) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (const [index, moment] of moments[part].entries()) {
        const phrase = phraseOf(named(format.formatToParts(moment), part));
        // Hungarian has "de" for the morning, which is "of" to many others.
        if (phrase === '' || (part === 'dayPeriod' && isFiller(phrase))) continue;
        const senses = words.get(phrase) ?? { months: [], weekdays: [] };
        words.set(phrase, senses);
        if (part === 'dayPeriod') senses.half ??= index < 3 ? 'am' : 'pm';
        else if (part === 'month') add(senses.months, index + 1);
        else add(senses.weekdays, index);
      }
    }
  }
  return words;
}

interface Senses {
  readonly months: number[];
  readonly weekdays: number[];
  half?: 'am' | 'pm';
}

/** What to have each language write, and where in it to look. */
const samples: readonly { readonly options: Intl.DateTimeFormatOptions; readonly part: Part }[] = [
  ...(['long', 'short'] as const).flatMap((style) => [
    { options: { month: style }, part: 'month' as const },
    { options: { month: style, day: 'numeric', year: 'numeric' } as const, part: 'month' as const },
    { options: { weekday: style }, part: 'weekday' as const },
  ]),
  { options: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }, part: 'weekday' },
  { options: { hour: 'numeric', hourCycle: 'h12' }, part: 'dayPeriod' },
  { options: { timeStyle: 'short' }, part: 'dayPeriod' },
];

type Part = 'month' | 'weekday' | 'dayPeriod';

const moments: Readonly<Record<Part, readonly number[]>> = {
  month: Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 20)),
  weekday: Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 8, 1 + day)),
  dayPeriod: [1, 6, 9, 12, 15, 19].map((hour) => Date.UTC(2024, 0, 1, hour)),
};

/** What is said for the halves of the day where the formatted text has AM and PM. */
const spoken: readonly (readonly [string, 'am' | 'pm'])[] = [
  ['오전', 'am'],
  ['오후', 'pm'],
  ['sa', 'am'],
  ['ch', 'pm'],
];

function add(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}

/** The word for a part, with the letters that the language puts right before or behind it (Hebrew "in"). */
function named(parts: readonly Intl.DateTimeFormatPart[], part: Part): string {
  const index = parts.findIndex(({ type }) => type === part);
  const before = /[\p{L}\p{M}]+$/u.exec(parts[index - 1]?.value ?? '')?.[0] ?? '';
  const behind = /^[\p{L}\p{M}]+/u.exec(parts[index + 1]?.value ?? '')?.[0] ?? '';
  return `${before}${parts[index]?.value ?? ''}${behind}`;
}

/** The folded words of a name; one that holds a digit ("11月") says nothing that the number does not. */
function phraseOf(text: string): string {
  const tokens = tokenise(text);
  if (tokens.some(({ kind }) => kind === 'number')) return '';
  return tokens
    .filter(({ kind }) => kind === 'word')
    .map(({ text: word }) => word)
    .join(' ');
}
