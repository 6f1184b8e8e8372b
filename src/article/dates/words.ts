import { foreignWords } from './foreign-words.js';
import { foldWord } from './tokens.js';

/** What a word can mean in a date. A month that several languages write alike has several numbers, likeliest first. */
export interface Meaning {
  readonly months?: readonly number[];
  /** Days of the week, Sunday being 0. */
  readonly weekdays?: readonly number[];
  readonly half?: 'am' | 'pm';
}

/**
 * What a word or a phrase of folded words means in a date, in any of the major languages.
 *
 * English is tried first, and spares the others from being gathered.
 */
export function meaningOf(phrase: string): Meaning | undefined {
  return english.get(phrase) ?? foreignWords().get(phrase);
}

const english = new Map<string, Meaning>();

'January February March April May June July August September October November December'
  .split(' ')
  .forEach((name, index) => {
    for (const length of [3, 4, name.length])
      english.set(foldWord(name).slice(0, length), { months: [index + 1] });
  });
'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ').forEach((name, index) => {
  for (const length of [3, 4, 5, name.length])
    english.set(foldWord(name).slice(0, length), { weekdays: [index] });
});
for (const name of ['am', '오전', 'sa']) english.set(foldWord(name), { half: 'am' });
for (const name of ['pm', '오후', 'ch']) english.set(foldWord(name), { half: 'pm' });
