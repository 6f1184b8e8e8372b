import type { Source } from '../disk/source.js';
import type { Problem } from '../problems.js';
import { isReason } from '../report.js';
import { Kept, type Verdict } from '../stock/kept.js';
import { jsonField, numberField, numberIn, textField, textIn } from './fields.js';

/** A file of the articles folder, with the article that it holds, if it holds one. */
export interface Filed {
  readonly source: Source;
  readonly kept?: Kept;
}

/** Writes the row of a file. */
export function fileRow({ source, kept }: Filed): string {
  const { path, size, modified, stamp } = source;
  const file = [kept ? 'a' : 'f', textField(path), size, modified, textField(stamp)];
  if (!kept) return file.join('\t');
  const { leaf, problems, claim, verdict } = kept;
  return [
    ...file,
    textField(leaf.print),
    jsonField(leaf.card),
    verdict?.reason ?? '',
    numberField(verdict?.until),
    numberField(verdict?.next),
    problems.length > 0 ? jsonField(JSON.stringify(problems)) : '',
    claim ? jsonField(JSON.stringify(claim)) : '',
  ].join('\t');
}

/** Reads the row of a file: its fields, its kind included. */
export function filedIn(fields: readonly string[]): Filed {
  const [kind, path = '', size, modified, stamp = ''] = fields;
  const source: Source = {
    path: textIn(path),
    size: Number(size),
    modified: Number(modified),
    stamp: textIn(stamp),
  };
  return kind === 'a' ? { source, kept: keptIn(source, fields) } : { source };
}

function keptIn({ path, modified }: Source, fields: readonly string[]): Kept {
  const [, , , , , print = '', card = '', reason = '', until, next, problems, claim] = fields;
  const leaf = { print: textIn(print), card };
  const kept = new Kept(path, modified, leaf, problems ? (JSON.parse(problems) as readonly Problem[]) : none);
  const verdict: { -readonly [Key in keyof Verdict]: Verdict[Key] } = { next: numberIn(next) ?? Infinity };
  const end = numberIn(until);
  if (isReason(reason)) verdict.reason = reason;
  if (end !== undefined) verdict.until = end;
  kept.verdict = verdict;
  if (claim) kept.claim = JSON.parse(claim);
  return kept;
}

const none: readonly Problem[] = [];
