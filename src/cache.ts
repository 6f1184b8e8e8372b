import { entryRow, type Filed, fileRow } from './cache/article-row.js';
import { type Head, type Made, Snapshot } from './cache/snapshot.js';
import type { ClosedPage } from './ledger/lines.js';
import type { Remembered } from './ledger/remembered.js';
import { jsonField, textField } from './stock/fields.js';

/** Where the cache lies. What cannot be read or written there is not there. */
export interface CacheStore {
  /** All pieces, in the order in which they were written. */
  readonly read: () => readonly string[];
  readonly append: (text: string) => unknown;
  readonly replace: (texts: Iterable<string>) => unknown;
  /** Whether all should be written anew. */
  readonly isWorn: () => boolean;
}

/** What is to be kept: all of it, or what may not be what it was. */
export interface Keeping {
  readonly head: Head;
  /** What lies at paths, in the order of feeds where it is all; nothing where a file is gone. */
  readonly files: Iterable<readonly [path: string, filed: Filed | undefined]>;
  readonly entries: Iterable<Remembered>;
  readonly pages: Iterable<ClosedPage>;
  readonly made: Made;
}

/** Rows to a piece of text. */
const many = 2000;

/**
 * What a run may know of an earlier one, so that it does not have to read and make all again. It is disposable: without
 * it, the same documents come out.
 */
export class Cache {
  readonly #store: CacheStore;

  constructor(store: CacheStore) {
    this.#store = store;
  }

  /** What the last run knew; nothing where there is nothing to be had. */
  load(): Snapshot | undefined {
    try {
      return new Snapshot(this.#store.read());
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps what is known now.
   *
   * @param all gives everything
   * @param changed gives what may not be what it was when this was called last; where left out, everything may
   */
  save(all: () => Keeping, changed?: () => Keeping): void {
    if (!changed || this.#store.isWorn()) this.#store.replace(inPieces(rowsOf(all(), true)));
    else this.#store.append([...rowsOf(changed(), false)].join(''));
  }
}

function* rowsOf({ head, files, entries, pages, made }: Keeping, isWhole: boolean): Iterable<string> {
  const within = new Set<Remembered>();
  for (const [path, filed] of files) {
    yield filed ? `${fileRow(filed)}\n` : `x\t${textField(path)}\n`;
    if (filed?.entry) within.add(filed.entry);
  }
  for (const entry of entries) {
    if (!within.has(entry)) yield `${entryRow(entry)}\n`;
    else if (!isWhole) yield `r\t${textField(entry.id)}\n`;
  }
  for (const { feed, page, to } of pages) yield `p\t${textField(feed)}\t${page}\t${to}\n`;
  yield `m\t${jsonField(JSON.stringify(made))}\n`;
  yield `h\t${jsonField(JSON.stringify(head))}\n`;
}

function* inPieces(rows: Iterable<string>): Iterable<string> {
  let piece: string[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < many) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}
