import type { Instant } from '../article/article.js';
import type { Source } from '../disk/source.js';
import type { PrintedRow } from '../entry/press.js';
import type { Beneath } from '../layered.js';
import type { ClosedPage } from '../ledger/lines.js';
import type { Remembered } from '../ledger/remembered.js';
import type { Kept } from '../stock/kept.js';
import { entryIn, idIn, keptIn, sourceIn } from './article-row.js';
import { numberIn, textIn } from './fields.js';

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
  readonly #rows: ReadonlyMap<string, string>;
  readonly #moved: ReadonlySet<string>;

  /**
   * @param pieces rows, each of which ends in a line end; of two about the same, the later one counts
   * @throws where they are no rows
   */
  constructor(pieces: readonly string[]) {
    const rows = new Map<string, string>();
    const others = new Map<string, Remembered>();
    const pages: ClosedPage[] = [];
    const moved = new Set<string>();
    let head: Head | undefined;
    for (const [number, piece] of pieces.entries()) {
      for (
        let from = 0, end = piece.indexOf('\n');
        end >= 0;
        from = end + 1, end = piece.indexOf('\n', from)
      ) {
        const kind = piece.charAt(from);
        const row = piece.slice(from, end);
        if (kind === 'a' || kind === 'b' || kind === 'f') {
          rows.set(nameIn(row), row);
          if (number > 0) moved.add(nameIn(row));
        } else if (kind === 'x') rows.delete(nameIn(row));
        else if (kind === 'r') others.delete(nameIn(row));
        else if (kind === 'e') {
          const entry = entryIn(row.split('\t'));
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
    this.#moved = moved;
  }

  /** The files. */
  get files(): Beneath<Source> {
    return this.#each(() => true, sourceIn, 3);
  }

  /** The articles. */
  get articles(): Beneath<Kept> {
    return this.#each((row) => !row.startsWith('f'), keptIn);
  }

  /** The public entries, under the paths of their articles. */
  get entries(): Beneath<Remembered> {
    return this.#each((row) => row.startsWith('a') || (row.startsWith('b') && idIn(row) !== ''), entryIn);
  }

  /** Paths of articles that are not plainly public: something is to be told of them, or they are withheld, or timed. */
  get notable(): string[] {
    return [...this.#rows].filter(([, row]) => row.startsWith('b')).map(([path]) => path);
  }

  /** Paths of entries in the order of feeds, and of those that may stand in any other place. */
  get order(): { readonly ordered: string[]; readonly moved: string[] } {
    const entries = this.entries;
    const all = [...entries.keys()];
    const isMoved = (path: string) => this.#moved.has(path);
    return this.#moved.size === 0
      ? { ordered: all, moved: [] }
      : { ordered: all.filter((path) => !isMoved(path)), moved: all.filter(isMoved) };
  }

  /** The paths of public entries by their ids; asks all rows. */
  pathsById(): ReadonlyMap<string, string> {
    return new Map([...this.entries.keys()].map((path) => [idIn(this.#rows.get(path) ?? ''), path]));
  }

  #each<Value>(
    isOne: (row: string) => boolean,
    read: (fields: readonly string[]) => Value | undefined,
    most?: number,
  ): Beneath<Value> {
    const rows = this.#rows;
    let size: number | undefined;
    const has = (path: string) => isOne(rows.get(path) ?? 'f');
    const keys = function* (): Iterable<string> {
      for (const [path, row] of rows) if (isOne(row)) yield path;
    };
    return {
      get size() {
        size ??= [...keys()].length;
        return size;
      },
      has: (path) => rows.has(path) && has(path),
      get: (path) => {
        const row = rows.get(path);
        return row !== undefined && isOne(row) ? read(row.split('\t', most)) : undefined;
      },
      keys,
    };
  }
}

/** The first field of a row behind its kind. */
function nameIn(row: string): string {
  const tab = row.indexOf('\t', 2);
  return textIn(row.slice(2, tab < 0 ? undefined : tab));
}
