import { random } from './random.mjs';

const starts = [
  'b',
  'br',
  'd',
  'f',
  'fl',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const ends = ['', '', 'l', 'm', 'n', 'nd', 'r', 's', 'st', 't'];

/**
 * Words of a language that nobody speaks: the first are short, and used most.
 *
 * @type {readonly string[]}
 */
export const words = invent(3000);

/**
 * @param {number} count
 * @returns {string[]}
 */
function invent(count) {
  const next = random(1);
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(next() * list.length)] ?? '';
  /** @type {Set<string>} */
  const found = new Set();
  while (found.size < count) {
    const syllables = found.size < 150 ? 1 : found.size < 1500 ? 2 : 3;
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(starts) + pick(middles);
    found.add(word + pick(ends));
  }
  return [...found];
}
