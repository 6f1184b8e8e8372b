import { type Problem, problem } from '../problems.js';
import { linesIn } from './front-matter/lines-in.js';

/**
 * What the signs of a text count for, by their number below 128, in letters; nothing where it is one. What takes long is not
 * letters but what is made of them.
 */
export interface Weights {
  readonly of: Uint8Array;
  readonly heaviest: number;
}

/** Of markup: signs of it make tokens, elements and addresses. */
export const ofMarkup = weights({ '\n*_[]<>`~!&|\\$^{}/:@': 150 });

/** Of plain text: each line is held against all that it may be, and each word makes up its mind. */
export const ofPlainText = weights({ '\n': 100, ' ': 15 });

/**
 * Cuts off what of a text cannot be used without taking more time and memory than an article may: after the end of a
 * paragraph or a line, where there is one in the second half.
 *
 * @param limit in letters
 * @param place where the text begins
 * @returns what can be used, and the problem where that is not all
 */
export function within(
  text: string,
  limit: number,
  weights: Weights,
  { path, line }: { readonly path: string; readonly line: number },
): { readonly text: string; readonly problems: readonly Problem[] } {
  const length = lengthWithin(text, limit, weights);
  if (length === text.length) return { text, problems: [] };
  const place = { path, line: line + linesIn(text, length) };
  const values = { field: 'text', size: `${text.length} characters`, limit: length };
  return { text: text.slice(0, length), problems: [problem('cut-off', place, values)] };
}

function lengthWithin(text: string, limit: number, { of, heaviest }: Weights): number {
  // Most texts are so short that nothing need be counted.
  if (text.length * heaviest <= limit) return text.length;
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    weight += of[text.charCodeAt(at)] ?? 1;
    if (weight > limit) return lastEnd(text, at);
  }
  return text.length;
}

function weights(signs: Readonly<Record<string, number>>): Weights {
  const table = new Uint8Array(128).fill(1);
  for (const [group, weight] of Object.entries(signs))
    for (const sign of group) table[sign.charCodeAt(0)] = weight;
  return { of: table, heaviest: Math.max(...Object.values(signs)) };
}

function lastEnd(text: string, at: number): number {
  for (const end of ['\n\n', '\n', '>', ' ']) {
    const place = text.lastIndexOf(end, at - end.length);
    if (place > at / 2) return place + end.length;
  }
  return at;
}
