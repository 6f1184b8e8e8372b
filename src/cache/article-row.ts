import type { Source } from '../disk/source.js';
import { pressed, unpressed } from '../ledger/print.js';
import type { Remembered } from '../ledger/remembered.js';
import type { Problem } from '../problems.js';
import { isReason } from '../report.js';
import { jsonField, numberField, numberIn, textField, textIn } from '../stock/fields.js';
import { Kept, plainlyPublic, type Verdict } from '../stock/kept.js';
import { leafFields, pressedIn } from '../stock/leaf.js';

/** A file of the articles folder, with its article and its public entry, if it has them. */
export interface Filed {
  readonly source: Source;
  readonly kept?: Kept;
  readonly entry?: Remembered;
}

/** The first field of the leaf, the first of the entry, and the first behind that. */
const leafAt = 3;
const entryAt = leafAt + leafFields;
const endAt = entryAt + 6;

const noLeaf = '\t'.repeat(leafFields - 1);

/** Instead of the fingerprint of an entry: it is that of its article. */
const same = '=';

/**
 * The kinds of rows of files: of one that is no article; of an article that is public, of which there is nothing to
 * tell; of any other article.
 */
export type Kind = 'f' | 'a' | 'b';

/** Writes the row of a file. */
export function fileRow({ source, kept, entry }: Filed): string {
  if (!kept) return ['f', textField(source.path), textField(source.stamp)].join('\t');
  const { leaf, problems, claim, verdict } = kept;
  const isPlain = verdict?.next === Infinity && entry && kept.isPublic && problems.length === 0 && !claim;
  return [
    isPlain ? 'a' : 'b',
    textField(source.path),
    textField(source.stamp),
    leaf,
    ...entryFields(entry, pressedIn(leaf)),
    ...(isPlain
      ? []
      : [
          verdict?.reason ?? '',
          numberField(verdict?.until),
          numberField(verdict?.next),
          problems.length > 0 ? jsonField(JSON.stringify(problems)) : '',
          claim ? jsonField(JSON.stringify(claim)) : '',
        ]),
  ].join('\t');
}

/** Writes the row of an entry that has no article. */
export function entryRow(entry: Remembered): string {
  const path = textField(entry.path);
  return ['e', path, '', noLeaf, ...entryFields(entry, undefined), numberField(entry.gone)].join('\t');
}

function entryFields(entry: Remembered | undefined, print: string | undefined): string[] {
  if (!entry) return ['', '', '', '', '', ''];
  const { id, nth, published, updated, feeds } = entry;
  const own = entry.print && pressed(entry.print);
  return [
    textField(id),
    String(nth),
    numberField(published),
    updated === published ? same : numberField(updated),
    feeds ? jsonField(JSON.stringify(feeds)) : '',
    own === undefined ? '' : own === print ? same : textField(own),
  ];
}

/** Reads the source in the row of a file, of which nearly always the stamp alone is asked for. */
export function sourceIn(row: string, path: string): Source {
  const from = row.indexOf('\t', 2) + 1;
  const end = row.indexOf('\t', from);
  return new RowSource(path, textIn(row.slice(from, end < 0 ? undefined : end)));
}

class RowSource implements Source {
  readonly path: string;
  readonly stamp: string;

  constructor(path: string, stamp: string) {
    this.path = path;
    this.stamp = stamp;
  }

  get size(): number {
    return Number(this.stamp.split(' ')[1]);
  }

  get modified(): number {
    return Number((this.stamp.split(' ')[2] ?? '').slice(0, -6));
  }
}

/** Reads the article in the row of one. */
export function keptIn(row: string, path: string): Kept {
  const { modified } = sourceIn(row, path);
  const fields = row.split('\t');
  const [kind] = fields;
  const leaf = fields.slice(leafAt, entryAt).join('\t');
  const [reason = '', until, next, problems, claim] = fields.slice(endAt);
  const kept = new Kept(path, modified, leaf, problems ? (JSON.parse(problems) as readonly Problem[]) : none);
  kept.verdict = plainlyPublic;
  if (kind === 'a') return kept;
  const verdict: { -readonly [Key in keyof Verdict]: Verdict[Key] } = { next: numberIn(next) ?? Infinity };
  const end = numberIn(until);
  if (isReason(reason)) verdict.reason = reason;
  if (end !== undefined) verdict.until = end;
  if (claim) kept.claim = JSON.parse(claim);
  kept.verdict = verdict;
  return kept;
}

const none: readonly Problem[] = [];

/** Reads the entry in the row of an article, or in its own; nothing where there is none. */
export function entryIn(row: string): Remembered | undefined {
  const fields = row.split('\t');
  const [kind, path = '', , print = ''] = fields;
  const [id = '', nth, published, updated, feeds, own = ''] = fields.slice(entryAt, endAt);
  if (id === '') return undefined;
  const entry: { -readonly [Key in keyof Remembered]: Remembered[Key] } = {
    id: textIn(id),
    path: textIn(path),
    nth: Number(nth),
  };
  const first = numberIn(published);
  const last = updated === same ? first : numberIn(updated);
  const end = kind === 'e' ? numberIn(fields[endAt]) : undefined;
  if (first !== undefined) entry.published = first;
  if (last !== undefined) entry.updated = last;
  if (end !== undefined) entry.gone = end;
  if (feeds) entry.feeds = JSON.parse(feeds);
  if (own !== '') entry.print = unpressed(textIn(own === same ? print : own));
  return entry;
}

/** Reads the id of the entry in a row; an empty one where there is none. */
export function idIn(row: string): string {
  let from = 0;
  for (let field = 0; field < entryAt; field++) from = row.indexOf('\t', from) + 1;
  const end = row.indexOf('\t', from);
  return textIn(row.slice(from, end < 0 ? undefined : end));
}
