import type { Article } from '../article/article.js';
import type { Problem } from '../problems.js';
import { type ContentRules, complete } from './complete.js';
import type { Entry, Headline } from './entry.js';
import type { Neighbour, Neighbourhood } from './references.js';

/** An article with the headline made of it. */
export interface Proof {
  readonly path: string;
  readonly article: Article;
  readonly headline: Headline;
  /** What was found wrong in making the headline. */
  readonly problems: readonly Problem[];
}

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
  readonly #printed = new Map<string, Printed>();
  /** Entries that may be forgotten, those first that were wanted last; by path, with the length of their content. */
  readonly #passing = new Map<string, number>();
  #passingLength = 0;

  constructor(rules: ContentRules, neighbours: Neighbourhood) {
    this.#rules = rules;
    this.#neighbours = neighbours;
  }

  /**
   * The entry of an article.
   *
   * @param keep whether it will be wanted again soon; else only how it was made is remembered
   */
  entry(proof: Proof, keep: boolean): Print {
    const known = this.#printed.get(proof.path);
    const isCurrent = known !== undefined && this.#isCurrent(known, proof);
    if (isCurrent && known.print) {
      if (keep) this.#stay(proof.path);
      return { ...known.print, fresh: false };
    }
    const asked = new Map<string, Neighbour | undefined>();
    const made = complete(proof.article, proof.headline, this.#rules, (path) => {
      const neighbour = this.#neighbours(path);
      asked.set(path, neighbour);
      return neighbour;
    });
    const print = { ...made, fresh: !isCurrent };
    this.#printed.set(proof.path, { proof, asked, print });
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
      if (printed) this.#printed.set(oldest, { proof: printed.proof, asked: printed.asked });
    }
  }

  #isCurrent({ proof, asked }: Printed, { article, headline }: Proof): boolean {
    if (proof.article !== article || !same(proof.headline, headline)) return false;
    return [...asked].every(([path, then]) => {
      const now = this.#neighbours(path);
      return now?.permalink === then?.permalink && now?.size === then?.size;
    });
  }
}

interface Printed {
  readonly proof: Proof;
  /** What was asked of the neighbourhood, and the answers. */
  readonly asked: ReadonlyMap<string, Neighbour | undefined>;
  readonly print?: Print;
}

/** Headlines of one article differ in nothing but what may move under it. */
function same(one: Headline, other: Headline): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      one.published === other.published &&
      one.updated === other.updated &&
      one.permalink === other.permalink)
  );
}
