import { languages } from './languages.js';
import { tokenise } from './tokens.js';
import type { Meaning } from './words.js';

/** Words of all languages for months, days of the week and halves of the day, folded; gathered when first asked for. */
export function foreignWords(): ReadonlyMap<string, Meaning> {
  gathered ??= gather();
  return gathered;
}

let gathered: ReadonlyMap<string, Meaning> | undefined;

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
];

type Part = 'month' | 'weekday' | 'dayPeriod';

const moments: Readonly<Record<Part, readonly number[]>> = {
  month: Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 20)),
  weekday: Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 8, 1 + day)),
  dayPeriod: [Date.UTC(2024, 0, 1, 9), Date.UTC(2024, 0, 1, 15)],
};

function gather(): ReadonlyMap<string, Meaning> {
  const words = new Map<string, Senses>();
  for (const language of languages) {
    for (const { options, part } of samples) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (const [index, moment] of moments[part].entries()) {
        const phrase = phraseOf(named(format.formatToParts(moment), part));
        if (phrase === '') continue;
        const senses = words.get(phrase) ?? { months: [], weekdays: [] };
        words.set(phrase, senses);
        if (part === 'dayPeriod') senses.half ??= index === 0 ? 'am' : 'pm';
        else if (part === 'month') add(senses.months, index + 1);
        else add(senses.weekdays, index);
      }
    }
  }
  return words;
}

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
