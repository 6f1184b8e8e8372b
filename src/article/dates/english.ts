import { type Language, type Meaning, type Span, units } from './language.js';

/** English, which is tried first: the words of all other languages take a moment to gather. */
export const english: Language = {
  meaningOf: (phrase) => meanings.get(phrase),
  spanOf: (pattern) => spans.get(pattern),
};

const meanings = new Map<string, Meaning>();

'january february march april may june july august september october november december'
  .split(' ')
  .forEach((name, index) => {
    for (const length of [3, 4, name.length]) meanings.set(name.slice(0, length), { months: [index + 1] });
  });
'sunday monday tuesday wednesday thursday friday saturday'.split(' ').forEach((name, index) => {
  for (const length of [3, 4, 5, name.length]) meanings.set(name.slice(0, length), { weekdays: [index] });
});
meanings.set('am', { half: 'am' }).set('pm', { half: 'pm' });

const spans = new Map<string, Span>([
  ['now', { unit: 'second', count: 0 }],
  ['just now', { unit: 'second', count: 0 }],
  ['today', { unit: 'day', count: 0 }],
  ['yesterday', { unit: 'day', count: 1 }],
  ['last week', { unit: 'week', count: 1 }],
  ['last month', { unit: 'month', count: 1 }],
  ['last year', { unit: 'year', count: 1 }],
]);
const shorthand = {
  second: 's sec',
  minute: 'm min',
  hour: 'h hr',
  day: 'd',
  week: 'w wk',
  month: 'mo',
  year: 'y yr',
};
for (const unit of units) {
  for (const word of [unit, ...shorthand[unit].split(' ')])
    spans.set(`# ${word} ago`, { unit }).set(`# ${word}s ago`, { unit });
}
