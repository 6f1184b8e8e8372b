import { eastern } from './words/eastern.js';
import { western } from './words/western.js';

/** What pages say themselves, in one language. */
export interface Words {
  readonly subscribe: string;
  readonly copyAddress: string;
  /** Of a site whose address nobody has given. */
  readonly onlyHere: string;
  /** Above a feed that a browser shows as XML. */
  readonly isFeed: string;
  readonly asPage: string;
  readonly latest: string;
  readonly earlier: string;
  readonly nothingYet: string;
  readonly older: string;
  readonly newer: string;
  readonly previous: string;
  readonly next: string;
  readonly archive: string;
  readonly updated: string;
  readonly download: string;
  /** Before the name of where an entry comes from. */
  readonly source: string;
  /** The link to a licence that has no name. */
  readonly license: string;
  /** Names the box in which a wide table scrolls. */
  readonly table: string;
  /** Of all entries of a kind, and of the page of one. */
  readonly tags: string;
  readonly tag: string;
  readonly authors: string;
  readonly author: string;
  readonly sections: string;
  readonly section: string;
  readonly languages: string;
  readonly language: string;
}

/** The words of a language, and the language they are in. */
export interface Spoken {
  readonly words: Words;
  /** The language that was asked for, or English where nobody has put the words into it. */
  readonly language: string;
}

/**
 * The words of pages in a language.
 *
 * @param language BCP 47; its variants are not told apart
 */
export function wordsOf(language: string): Spoken {
  const words = known.get(language.split('-')[0]?.toLowerCase() ?? '');
  return words ? { words, language } : { words: western.en, language: 'en' };
}

const known: ReadonlyMap<string, Words> = new Map(Object.entries({ ...western, ...eastern }));
