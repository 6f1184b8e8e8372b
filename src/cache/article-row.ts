import { crc32 } from 'node:zlib';
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

/** The first field of the entry in the rest of a row, and the first behind that. */
const entryAt = leafFields;
const endAt = entryAt + 6;

/** Instead of the fingerprint of an entry: it is that of its article. */
const same = '=';

/**
 * The kinds of rows of files: of one that is no article; of an article that is public, of which there is nothing to
 * tell; of any other one that is public; of one that is not.
 */
export type Kind = 'f' | 'a' | 'b' | 'c';

/**
 * Writes the row of a file: what is asked for in every run.
 *
 * @param rest of it; see `restOf`
 * @param from where that begins
 */
export function fileRow(filed: Filed, rest: string, from: number): string {
  const { path, stamp } = filed.source;
  const row = `${kindOf(filed)}\t${textField(path)}\t${textField(stamp)}`;
  return filed.kept ? `${row}\t${from}\t${from + rest.length}\t${sumOf(rest)}` : row;
}

/** By what the rest of a row is known for what was written. */
export function sumOf(rest: string): string {
  return crc32(rest).toString(36);
}

function kindOf({ kept, entry }: Filed): Kind {
  if (!kept) return 'f';
  const isPlain = kept.verdict === plainlyPublic && kept.problems.length === 0 && !kept.claim;
  return isPlain && entry ? 'a' : entry ? 'b' : 'c';
}

/** Writes the rest of the row of a file: what is asked for where its article, or its entry, is. */
export function restOf({ kept, entry }: Filed): string {
  if (!kept) return '';
  const { leaf, problems, claim, verdict } = kept;
  return [
    leaf,
    ...entryFields(entry, pressedIn(leaf)),
    verdict?.reason ?? '',
    numberField(verdict?.until),
    numberField(verdict?.next),
    problems.length > 0 ? jsonField(JSON.stringify(problems)) : '',
    claim ? jsonField(JSON.stringify(claim)) : '',
  ].join('\t');
}

/** Writes the row of an entry that has no article. */
export function entryRow(entry: Remembered): string {
  const fields = [textField(entry.path), ...entryFields(entry, undefined), numberField(entry.gone)];
  return ['e', ...fields].join('\t');
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
    return Math.trunc(Number(this.stamp.split(' ')[2]));
  }
}

/** Reads the article in the rest of a row. */
export function keptIn(rest: string, { path, modified }: Source): Kept {
  const fields = rest.split('\t');
  const [reason = '', until, next, problems, claim] = fields.slice(endAt);
  const leaf = fields.slice(0, entryAt).join('\t');
  const kept = new Kept(path, modified, leaf, problems ? (JSON.parse(problems) as readonly Problem[]) : none);
  if (claim) kept.claim = JSON.parse(claim);
  kept.verdict = verdictIn(reason, numberIn(until), numberIn(next));
  return kept;
}

const none: readonly Problem[] = [];

function verdictIn(reason: string, until: number | undefined, next = Infinity): Verdict {
  if (!isReason(reason)) return next === Infinity ? plainlyPublic : { next };
  return { reason, next, ...(until !== undefined && { until }) };
}

/** Reads the entry in the rest of a row; nothing where there is none. */
export function entryIn(rest: string, path: string): Remembered | undefined {
  const fields = rest.split('\t');
  return entryOf(fields.slice(entryAt, endAt), path, fields[0] ?? '');
}

/** Reads the row of an entry that has no article. */
export function loneEntryIn(row: string): Remembered | undefined {
  const [, path = '', ...fields] = row.split('\t');
  const entry = entryOf(fields, textIn(path), '');
  const gone = numberIn(fields[6]);
  return entry && gone !== undefined ? { ...entry, gone } : entry;
}

function entryOf(fields: readonly string[], path: string, print: string): Remembered | undefined {
  const [id = '', nth, published, updated, feeds, own = ''] = fields;
  if (id === '') return undefined;
  const entry: { -readonly [Key in keyof Remembered]: Remembered[Key] } = {
    id: textIn(id),
    path,
    nth: Number(nth),
  };
  const first = numberIn(published);
  const last = updated === same ? first : numberIn(updated);
  if (first !== undefined) entry.published = first;
  if (last !== undefined) entry.updated = last;
  if (feeds) entry.feeds = JSON.parse(feeds);
  if (own !== '') entry.print = unpressed(textIn(own === same ? print : own));
  return entry;
}

/** Reads the id of the entry in the rest of a row. */
export function idIn(rest: string): string {
  let from = 0;
  for (let field = 0; field < entryAt; field++) from = rest.indexOf('\t', from) + 1;
  return textIn(rest.slice(from, rest.indexOf('\t', from)));
}
