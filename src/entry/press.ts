import type { Article } from '../article/article.js';
import type { Problem } from '../problems.js';
import { type ContentRules, complete } from './complete.js';
import type { Entry } from './entry.js';
import type { Proof } from './proofs.js';
import type { Neighbour, Neighbourhood } from './references.js';

/** An entry, with the problems found in making it; `fresh` tells whether they were found just now, for the first time. */
export interface Print {
  readonly entry: Entry;
  readonly problems: readonly Problem[];
  readonly fresh: boolean;
}

/** Characters of content that are kept of entries that nobody said they would want again: several pages may show one. */
const passingRoom = 16_000_000;

/**
 * Completes entries, and remembers each until its article, its headline or a file that it refers to changes: the cost
 * of a change is the changed entries, not the folder.
 */
export class Press {
  readonly #rules: ContentRules;
  readonly #neighbours: Neighbourhood;
  readonly #open: (path: string) => Article | undefined;
  readonly #printed = new Map<string, Printed>();
  /** Entries that may be forgotten, those first that were wanted last; by path, with the length of their content. */
  readonly #passing = new Map<string, number>();
  #passingLength = 0;

  /**
   * @param neighbours what lies in the articles folder
   * @param open the whole article at a path; nothing where it cannot be had as it is known
   */
  constructor(rules: ContentRules, neighbours: Neighbourhood, open: (path: string) => Article | undefined) {
    this.#rules = rules;
    this.#neighbours = neighbours;
    this.#open = open;
  }

  /**
   * The entry of an article.
   *
   * @param keep whether it will be wanted again soon; else only how it was made is remembered
   * @returns as it was made last where the article cannot be had now; nothing where it never was
   */
  entry(proof: Proof, keep: boolean): Print | undefined {
    const known = this.#printed.get(proof.path);
    const isCurrent = known !== undefined && this.#isCurrent(known, proof);
    if (isCurrent && known.print) {
      if (keep) this.#stay(proof.path);
      return { ...known.print, fresh: false };
    }
    const article = this.#open(proof.path);
    if (!article) return known?.print && { ...known.print, fresh: false };
    const asked = new Map<string, Neighbour | undefined>();
    const made = complete(article, proof.headline, this.#rules, (path) => {
      const neighbour = this.#neighbours(path);
      asked.set(path, neighbour);
      return neighbour;
    });
    const print = { ...made, fresh: !isCurrent || known.isUntold };
    this.#printed.set(proof.path, {
      mark: proof.mark,
      asked,
      problems: made.problems,
      isUntold: false,
      print,
    });
    this.#stay(proof.path);
    if (!keep) this.#pass(proof.path, print);
    return print;
  }

  /** Takes over how an earlier run completed entries. What was found wrong then is told once more; see `found`. */
  recall(rows: Iterable<PrintedRow>): void {
    for (const { path, mark, asked, problems } of rows) {
      const answers = asked.map(([path, size, permalink]): [string, Neighbour | undefined] => [
        path,
        size === null ? undefined : { size, ...(permalink !== null && { permalink }) },
      ]);
      this.#printed.set(path, { mark, asked: new Map(answers), problems, isUntold: true });
    }
  }

  /** How entries were completed, for a later run. */
  rows(): PrintedRow[] {
    return [...this.#printed].map(([path, { mark, asked, problems }]) => ({
      path,
      mark,
      asked: [...asked].map(([path, now]) => [path, now?.size ?? null, now?.permalink ?? null] as const),
      problems,
    }));
  }

  /** What an earlier run found wrong in an entry that is as it was then; once. */
  untold({ path }: Proof): readonly Problem[] {
    const known = this.#printed.get(path);
    if (!known?.isUntold) return [];
    this.#printed.set(path, { ...known, isUntold: false });
    return known.problems;
  }

  /** Whether the entry of an article would be what it was when it was made last. */
  isCurrent(proof: Proof): boolean {
    const known = this.#printed.get(proof.path);
    return known !== undefined && this.#isCurrent(known, proof);
  }

  /**
   * Forgets what is not wanted any more.
   *
   * @param kept paths of the articles whose entries are wanted again
   * @param known paths of those of which it has to be known whether they change
   */
  keep(kept: ReadonlySet<string>, known: ReadonlySet<string>): void {
    for (const [path, { print }] of this.#printed) {
      if (kept.has(path)) continue;
      if (known.has(path)) {
        if (print && !this.#passing.has(path)) this.#pass(path, print);
        continue;
      }
      this.#stay(path);
      this.#printed.delete(path);
    }
  }

  /** The entry is wanted, or gone: in any case it is not to be forgotten for want of room. */
  #stay(path: string): void {
    this.#passingLength -= this.#passing.get(path) ?? 0;
    this.#passing.delete(path);
  }

  /** The entry may be forgotten; others are, where there are too many. */
  #pass(path: string, { entry }: Print): void {
    this.#passing.set(path, entry.content.length);
    this.#passingLength += entry.content.length;
    for (const oldest of this.#passing.keys()) {
      if (this.#passingLength <= passingRoom) return;
      this.#stay(oldest);
      const printed = this.#printed.get(oldest);
      if (!printed) continue;
      const { print: _, ...rest } = printed;
      this.#printed.set(oldest, rest);
    }
  }

  #isCurrent({ mark, asked }: Printed, proof: Proof): boolean {
    if (mark !== proof.mark) return false;
    for (const [path, then] of asked) {
      const now = this.#neighbours(path);
      if (now?.permalink !== then?.permalink || now?.size !== then?.size) return false;
    }
    return true;
  }
}

interface Printed {
  readonly mark: string;
  /** What was asked of the neighbourhood, and the answers. */
  readonly asked: ReadonlyMap<string, Neighbour | undefined>;
  readonly problems: readonly Problem[];
  /** Whether an earlier run found the problems, and this one has not told them. */
  readonly isUntold: boolean;
  readonly print?: Print;
}

/** How an entry was completed: of which article, what was asked of the neighbourhood, and what was found wrong. */
export interface PrintedRow {
  readonly path: string;
  readonly mark: string;
  readonly asked: readonly (readonly [path: string, size: number | null, permalink: string | null])[];
  readonly problems: readonly Problem[];
}
