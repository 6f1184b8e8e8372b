import { entryRow, type Filed, fileRow, restOf } from './cache/article-row.js';
import { type Head, type Made, Snapshot } from './cache/snapshot.js';
import type { Piece } from './disk/state/cache-file.js';
import type { ClosedPage } from './ledger/lines.js';
import type { Remembered } from './ledger/remembered.js';
import { jsonField, textField } from './stock/fields.js';

/** Where the cache lies. What cannot be read or written there is not there. */
export interface CacheStore {
  /** All pieces, in the order in which they were written; whether what their rows lead to is read now, or when it is asked for. */
  readonly read: (isAll: boolean) => readonly Piece[];
  readonly append: (rows: readonly string[], more: readonly string[]) => unknown;
  readonly replace: (rows: readonly string[], more: readonly string[]) => unknown;
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
  /** Where left out, what was kept of it before is good enough. */
  readonly made?: Made;
}

/** Parts to a piece of text. */
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

  /**
   * What the last run knew; nothing where there is nothing to be had.
   *
   * @param isThorough whether to look through all of it: else it may turn out later that something is missing
   */
  load(isThorough: boolean): Snapshot | undefined {
    try {
      const snapshot = new Snapshot(this.#store.read(isThorough));
      if (isThorough) snapshot.verify();
      return snapshot;
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
    if (!changed || this.#store.isWorn()) this.#store.replace(...textsOf(all(), true));
    else this.#store.append(...textsOf(changed(), false));
  }
}

/** The rows, and what they lead to, in pieces of text. */
function textsOf(keeping: Keeping, isWhole: boolean): [rows: string[], more: string[]] {
  const rows = new Texts();
  const more = new Texts();
  const within = new Set<Remembered>();
  const { head, files, entries, pages, made } = keeping;
  for (const [path, filed] of files) {
    if (!filed) {
      rows.add(`x\t${textField(path)}\n`);
      continue;
    }
    const rest = restOf(filed);
    rows.add(`${fileRow(filed, rest, more.length)}\n`);
    more.add(rest);
    if (filed.entry) within.add(filed.entry);
  }
  for (const entry of entries) {
    if (!within.has(entry)) rows.add(`${entryRow(entry)}\n`);
    else if (!isWhole) rows.add(`r\t${textField(entry.id)}\n`);
  }
  for (const { feed, page, to } of pages) rows.add(`p\t${textField(feed)}\t${page}\t${to}\n`);
  if (made) rows.add(`m\t${jsonField(JSON.stringify(made))}\n`);
  rows.add(`h\t${jsonField(JSON.stringify(head))}\n`);
  return [rows.pieces(), more.pieces()];
}

/** Text that is put together of very many parts. */
class Texts {
  readonly #pieces: string[] = [];
  #parts: string[] = [];
  length = 0;

  add(part: string): void {
    this.length += part.length;
    this.#parts.push(part);
    if (this.#parts.length === many) this.#join();
  }

  pieces(): string[] {
    this.#join();
    return this.#pieces;
  }

  #join(): void {
    this.#pieces.push(this.#parts.join(''));
    this.#parts = [];
  }
}
