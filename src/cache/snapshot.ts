import type { Instant } from '../article/article.js';
import type { Source } from '../disk/source.js';
import type { Piece } from '../disk/state/cache-file.js';
import type { Beneath } from '../layered.js';
import type { ClosedPage } from '../ledger/lines.js';
import type { Remembered } from '../ledger/remembered.js';
import type { PrintedRow } from '../printer/press.js';
import { numberIn, textIn } from '../stock/fields.js';
import type { Kept } from '../stock/kept.js';
import { entryIn, idIn, keptIn, loneEntryIn, sourceIn, sumOf } from './article-row.js';
import { CacheDamage } from './damage.js';

/** What counts for the whole cache. */
export interface Head {
  /** By what articles are read: another version of Feedmill, or a config that reads them otherwise, has another one. */
  readonly reader: string;
  /** By what documents are made. */
  readonly maker: string;
  /** When what is public was examined last. */
  readonly at: Instant;
  /** The ledger whose entries these are: its stamp, and what else is known of it. */
  readonly ledger: {
    readonly stamp: string;
    readonly loose: number;
    readonly last: number;
    readonly latest: Instant;
  };
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

/**
 * What an earlier run knew. Of most files no more is found out than where their rows are: the rest is read off a row
 * when it is asked for.
 */
export class Snapshot {
  readonly head: Head;
  readonly made: Made | undefined;
  readonly pages: readonly ClosedPage[];
  /** Entries without an article. */
  readonly others: readonly Remembered[];
  /** Paths of articles that are not plainly public: something is to be told of them, or they are withheld, or timed. */
  readonly notable: string[] = [];
  readonly #count = { articles: 0, entries: 0 };
  readonly #rows: ReadonlyMap<string, string>;
  readonly #first: Piece | undefined;
  /** The piece of each row that is not in the first one, and does not lie in order. */
  readonly #later: ReadonlyMap<string, Piece>;

  /**
   * @param pieces rows, each of which ends in a line end; of two about the same, the later one counts
   * @throws where they are no rows
   */
  constructor(pieces: readonly Piece[]) {
    const rows = new Map<string, string>();
    const others = new Map<string, Remembered>();
    const pages: ClosedPage[] = [];
    const later = new Map<string, Piece>();
    let head: Head | undefined;
    for (const piece of pieces) {
      const text = piece.rows;
      for (let from = 0, end = text.indexOf('\n'); end >= 0; from = end + 1, end = text.indexOf('\n', from)) {
        const kind = text.charAt(from);
        const row = text.slice(from, end);
        if (kind === 'a' || kind === 'b' || kind === 'c' || kind === 'f') {
          const path = nameIn(row);
          rows.set(path, row);
          if (piece !== pieces[0]) later.set(path, piece);
        } else if (kind === 'x') rows.delete(nameIn(row));
        else if (kind === 'r') others.delete(nameIn(row));
        else if (kind === 'e') {
          const entry = loneEntryIn(row);
          if (entry) others.set(entry.id, entry);
        } else if (kind === 'p') {
          const [, feed = '', page, to] = row.split('\t');
          pages.push({ feed: textIn(feed), page: numberIn(page) ?? 0, to: numberIn(to) ?? 0 });
        } else if (kind === 'h') head = JSON.parse(row.slice(2));
        else if (kind === 'm') this.made = JSON.parse(row.slice(2));
      }
    }
    if (!head) throw new Error('it has no head');
    this.head = head;
    this.pages = pages;
    this.others = [...others.values()];
    this.#rows = rows;
    this.#first = pieces[0];
    this.#later = later;
    for (const [path, row] of rows) {
      if (isArticle(row)) this.#count.articles++;
      if (hasEntry(row)) this.#count.entries++;
      if (isArticle(row) && !row.startsWith('a')) this.notable.push(path);
    }
  }

  /**
   * Looks whether everything is there.
   *
   * @throws CacheDamage where it is not
   */
  verify(): void {
    for (const [path, row] of this.#rows) if (isArticle(row)) this.#restOf(row, path);
  }

  /** The files. */
  get files(): Beneath<Source> {
    return this.#each(this.#rows.size, () => true, sourceIn);
  }

  /** The articles. */
  get articles(): Beneath<Kept> {
    const read = (row: string, path: string) => keptIn(this.#restOf(row, path), sourceIn(row, path));
    return this.#each(this.#count.articles, isArticle, read);
  }

  /** The public entries, under the paths of their articles. */
  get entries(): Beneath<Remembered> {
    return this.#each(this.#count.entries, hasEntry, (row, path) => entryIn(this.#restOf(row, path), path));
  }

  /** Paths of entries in the order of feeds, and of those that may stand in any other place. */
  get order(): { readonly ordered: string[]; readonly moved: string[] } {
    const all = [...this.entries.keys()];
    const isMoved = (path: string) => this.#later.has(path);
    return this.#later.size === 0
      ? { ordered: all, moved: [] }
      : { ordered: all.filter((path) => !isMoved(path)), moved: all.filter(isMoved) };
  }

  /** The paths of public entries by their ids; asks all rows. */
  pathsById(): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    for (const [path, row] of this.#rows) if (hasEntry(row)) ids.set(idIn(this.#restOf(row, path)), path);
    return ids;
  }

  /** The rest of the row of an article. */
  #restOf(row: string, path: string): string {
    const [, , , from, to, sum = ''] = row.split('\t');
    const rest = (this.#later.get(path) ?? this.#first)?.more(Number(from), Number(to)) ?? '';
    if (sumOf(rest) !== sum) throw new CacheDamage(path);
    return rest;
  }

  #each<Value>(
    size: number,
    isOne: (row: string) => boolean,
    read: (row: string, path: string) => Value | undefined,
  ): Beneath<Value> {
    const rows = this.#rows;
    const rowAt = (path: string) => {
      const row = rows.get(path);
      return row !== undefined && isOne(row) ? row : undefined;
    };
    return {
      size,
      has: (path) => rowAt(path) !== undefined,
      get: (path) => {
        const row = rowAt(path);
        return row === undefined ? undefined : read(row, path);
      },
      keys: () => {
        const keys: string[] = [];
        for (const [path, row] of rows) if (isOne(row)) keys.push(path);
        return keys;
      },
    };
  }
}

function isArticle(row: string): boolean {
  return !row.startsWith('f');
}

function hasEntry(row: string): boolean {
  return row.startsWith('a') || row.startsWith('b');
}

/** The first field of a row behind its kind. */
function nameIn(row: string): string {
  const tab = row.indexOf('\t', 2);
  return textIn(row.slice(2, tab < 0 ? undefined : tab));
}
