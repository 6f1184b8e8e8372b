import type { Token } from './tokens.js';

/** A text that may say how long ago something was. */
export interface Pattern {
  /** The words with `#` for the number. */
  readonly pattern: string;
  /** The same where the article ("an hour ago") is taken for a number. */
  readonly plain: string;
  readonly count?: number;
}

/** Puts `#` in the place of the number. */
export function patternOf(all: readonly Token[]): Pattern {
  const tokens = all.filter(({ kind, text }) => kind !== 'mark' || !/^[.~]$/.test(text));
  const words = tokens.map(({ text }) => text);
  const at = tokens.findIndex(({ kind }) => kind === 'number');
  const pattern = words.map((word, index) => (index === at ? '#' : word)).join(' ');
  if (at >= 0) return { pattern, plain: pattern, count: Number(words[at]) };
  const article = words.findIndex((word) => articles.has(word));
  return { pattern, plain: article < 0 ? pattern : words.with(article, '#').join(' ') };
}

const articles = new Set(
  'a an one un une uno una um uma ein eine einer einem en et ett een один одну jeden jedną'.split(' '),
);
