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

/**
 * Completes entries, and remembers each until its article, its headline or a file that it refers to changes: the cost
 * of a change is the changed entries, not the folder.
 */
export class Press {
  readonly #rules: ContentRules;
  readonly #neighbours: Neighbourhood;
  readonly #printed = new Map<string, Print>();

  constructor(rules: ContentRules, neighbours: Neighbourhood) {
    this.#rules = rules;
    this.#neighbours = neighbours;
  }

  /** The entry of an article, with the problems found in making it; `fresh` tells whether it was made just now. */
  entry(proof: Proof): {
    readonly entry: Entry;
    readonly problems: readonly Problem[];
    readonly fresh: boolean;
  } {
    const known = this.#printed.get(proof.path);
    if (known && this.#isCurrent(known, proof)) return { ...known, fresh: false };
    const asked = new Map<string, Neighbour | undefined>();
    const made = complete(proof.article, proof.headline, this.#rules, (path) => {
      const neighbour = this.#neighbours(path);
      asked.set(path, neighbour);
      return neighbour;
    });
    this.#printed.set(proof.path, { ...made, proof, asked });
    return { ...made, fresh: true };
  }

  /** Forgets the entries of all articles but these. */
  keep(paths: ReadonlySet<string>): void {
    for (const path of this.#printed.keys()) if (!paths.has(path)) this.#printed.delete(path);
  }

  #isCurrent({ proof, asked }: Print, { article, headline }: Proof): boolean {
    if (proof.article !== article || !same(proof.headline, headline)) return false;
    return [...asked].every(([path, then]) => {
      const now = this.#neighbours(path);
      return now?.permalink === then?.permalink && now?.size === then?.size;
    });
  }
}

interface Print {
  readonly entry: Entry;
  readonly problems: readonly Problem[];
  readonly proof: Proof;
  /** What was asked of the neighbourhood, and the answers. */
  readonly asked: ReadonlyMap<string, Neighbour | undefined>;
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
