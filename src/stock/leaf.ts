import type { Article, Found, Hold } from '../article/article.js';
import {
  type Card,
  cardOf,
  type Particulars,
  type Place,
  type Places,
  particularsOf,
} from '../article/card.js';
import { unpressed } from '../ledger/print.js';
import type { Fingerprint } from '../ledger/remembered.js';
import { jsonField, numberField, numberIn, textField, textIn } from './fields.js';

/**
 * What is kept of an article file: its fingerprint, what its headline is made of, and its card, as fields between tabs.
 * So it comes from whoever reads files, so it lies in memory and in the cache, and what somebody asks for is read off it.
 */
export type Leaf = string;

/** How many fields a leaf has. */
export const leafFields = 8;

/**
 * Writes the leaf of an article.
 *
 * @param print its fingerprint, pressed
 */
export function leafOf(article: Article, print: string): Leaf {
  const { path: _, ...particulars } = particularsOf(article);
  const card = cardOf(article);
  return [
    textField(print),
    jsonField(JSON.stringify(particulars)),
    marksOf(card),
    numberField(card.published),
    numberField(card.updated),
    numberField(card.expires),
    card.id === undefined ? '' : textField(card.id),
    numberField(card.idLine),
  ].join('\t');
}

/** Reads the card. */
export function cardIn(leaf: Leaf, path: string): Card {
  const [, , marks = '', published, updated, expires, id, idLine] = leaf.split('\t');
  const { hold, hasText, found } = meaningOf(marks);
  return {
    path,
    published: numberIn(published),
    updated: numberIn(updated),
    expires: numberIn(expires),
    id: id ? textIn(id) : undefined,
    idLine: numberIn(idLine),
    hold,
    hasText,
    found,
  };
}

/** Reads what the headline is made of. */
export function particularsIn(leaf: Leaf, path: string): Particulars {
  const from = leaf.indexOf('\t') + 1;
  const particulars: Omit<Particulars, 'path'> = JSON.parse(leaf.slice(from, leaf.indexOf('\t', from)));
  return { ...particulars, path };
}

/** Reads the fingerprint, pressed. */
export function pressedIn(leaf: Leaf): string {
  return textIn(leaf.slice(0, leaf.indexOf('\t')));
}

/** Reads the fingerprint. */
export function printIn(leaf: Leaf): Fingerprint {
  return unpressed(pressedIn(leaf));
}

/** What of a card is one of few things, a letter each. */
type Marked = Pick<Card, 'hold' | 'hasText'> & { readonly found: Places };

const holds: readonly (Hold | undefined)[] = [undefined, 'draft', 'hidden', 'redirect'];
const places: readonly (Found['in'] | undefined)[] = [undefined, 'front matter', 'body', 'path', 'sidecar'];

function marksOf({ hold, hasText, found }: Marked): string {
  const { title, published, updated } = found;
  return [holds.indexOf(hold), Number(hasText), ...[title, published, updated].map(digitOf)].join('');
}

function digitOf(place: Place | undefined): number {
  return places.indexOf(place?.in) + (place?.relative ? places.length : 0);
}

/** The same marks mean the same, and most articles of a folder have the same. */
const meanings = new Map<string, Marked>();

function meaningOf(marks: string): Marked {
  const known = meanings.get(marks);
  if (known) return known;
  const [hold = 0, text = 0, title = 0, published = 0, updated = 0] = [...marks].map(Number);
  const found = { title: placeOf(title), published: placeOf(published), updated: placeOf(updated) };
  const meaning = { hold: holds[hold], hasText: text === 1, found };
  meanings.set(marks, meaning);
  return meaning;
}

function placeOf(digit: number): Place | undefined {
  const place = places[digit % places.length];
  return place && { in: place, ...(digit >= places.length && { relative: true as const }) };
}
