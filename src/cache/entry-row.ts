import { pressed, unpressed } from '../ledger/print.js';
import type { Remembered } from '../ledger/remembered.js';
import { jsonField, numberField, numberIn, textField, textIn } from './fields.js';

/** Instead of a fingerprint: it is that of the article in the row before, which lies at the path of the entry. */
const same = '=';

/**
 * Writes the row of an entry.
 *
 * @param print of the article in the row before, where it lies at the path of the entry
 */
export function entryRow(entry: Remembered, print?: string): string {
  const { id, path, nth, published, updated, gone, feeds } = entry;
  const own = entry.print && pressed(entry.print);
  return [
    'e',
    textField(path),
    textField(id),
    nth,
    numberField(published),
    numberField(updated),
    numberField(gone),
    feeds ? jsonField(JSON.stringify(feeds)) : '',
    own === undefined ? '' : own === print ? same : textField(own),
  ].join('\t');
}

/**
 * Reads the row of an entry.
 *
 * @param fields of the row, its kind included
 * @param print of the article in the row before
 */
export function entryIn(fields: readonly string[], print: string | undefined): Remembered {
  const [, path = '', id = '', nth, published, updated, gone, feeds, own = ''] = fields;
  const entry: { -readonly [Key in keyof Remembered]: Remembered[Key] } = {
    id: textIn(id),
    path: textIn(path),
    nth: Number(nth),
  };
  const [first, last, end] = [numberIn(published), numberIn(updated), numberIn(gone)];
  if (first !== undefined) entry.published = first;
  if (last !== undefined) entry.updated = last;
  if (end !== undefined) entry.gone = end;
  if (feeds) entry.feeds = JSON.parse(feeds);
  if (own === same && print !== undefined) entry.print = unpressed(print);
  else if (own !== '') entry.print = unpressed(textIn(own));
  return entry;
}
