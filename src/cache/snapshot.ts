import type { Instant } from '../article/article.js';
import type { PrintedRow } from '../entry/press.js';
import type { ClosedPage } from '../ledger/lines.js';
import type { Remembered } from '../ledger/remembered.js';
import { entryIn } from './entry-row.js';
import { numberIn, textIn } from './fields.js';
import { type Filed, filedIn } from './file-row.js';

/** What counts for the whole cache. */
export interface Head {
  /** By what articles are read: another version of Feedmill, or a config that reads them otherwise, has another one. */
  readonly reader: string;
  /** By what documents are made. */
  readonly maker: string;
  /** When what is public was examined last. */
  readonly at: Instant;
  /** Stamp of the ledger whose entries these are. */
  readonly ledger: string;
  /** Lines of the ledger that lie unsorted. */
  readonly loose: number;
}

/** What was made of the articles: by it documents are known for the same, and are left alone. */
export interface Made {
  /** How the documents stood on disk, by their names. */
  readonly standing: readonly (readonly [name: string, stamp: string])[];
  /** What was printed last, by the folder of the feed. */
  readonly impressions: readonly (readonly [folder: string, impression: string])[];
  /** The entries that were completed. */
  readonly printed: readonly PrintedRow[];
}

/** What an earlier run knew. */
export interface Snapshot {
  readonly head: Head;
  readonly files: ReadonlyMap<string, Filed>;
  readonly entries: ReadonlyMap<string, Remembered>;
  readonly pages: readonly ClosedPage[];
  readonly made?: Made;
}

/**
 * Reads the rows of a cache; of two about the same, the later one counts.
 *
 * @param rows each ends in a line end
 * @returns nothing where there is no head
 */
export function snapshotIn(rows: string): Snapshot | undefined {
  const files = new Map<string, Filed>();
  const entries = new Map<string, Remembered>();
  const pages: ClosedPage[] = [];
  let head: Head | undefined;
  let made: Made | undefined;
  let print: string | undefined;
  for (let from = 0, end = rows.indexOf('\n'); end >= 0; from = end + 1, end = rows.indexOf('\n', from)) {
    const fields = rows.slice(from, end).split('\t');
    const [kind, value = '', page, to] = fields;
    if (kind === 'a' || kind === 'f') {
      const filed = filedIn(fields);
      print = filed.kept?.leaf.print;
      files.set(filed.source.path, filed);
    } else if (kind === 'e') {
      const entry = entryIn(fields, print);
      entries.set(entry.id, entry);
    } else if (kind === 'x') files.delete(textIn(value));
    else if (kind === 'p')
      pages.push({ feed: textIn(value), page: numberIn(page) ?? 0, to: numberIn(to) ?? 0 });
    else if (kind === 'h') head = JSON.parse(value);
    else if (kind === 'm') made = JSON.parse(value);
  }
  return head && { head, files, entries, pages, ...(made && { made }) };
}
