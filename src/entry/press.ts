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
    const print = { ...made, fresh: !isCurrent };
    this.#printed.set(proof.path, { mark: proof.mark, asked, print });
    this.#stay(proof.path);
    if (!keep) this.#pass(proof.path, print);
    return print;
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
      if (printed) this.#printed.set(oldest, { mark: printed.mark, asked: printed.asked });
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
  readonly print?: Print;
}
