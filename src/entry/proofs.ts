import { createHash } from 'node:crypto';
import type { Instant } from '../article/article.js';
import type { Particulars } from '../article/card.js';
import type { Problem } from '../problems.js';
import type { Headline } from './entry.js';
import { type HeadlineRules, headline } from './headline.js';

/** An article with the headline made of it. */
export interface Proof {
  readonly path: string;
  readonly headline: Headline;
  /** What was found wrong in making the headline. */
  readonly problems: readonly Problem[];
  /** Another one where the article is another, or what may move under it: by it entries are known for the same. */
  readonly mark: string;
}

/** What a headline is made of. */
export interface Copy {
  /** What the article says. */
  readonly particulars: Particulars;
  /** What is kept of it: another one where the article is another. */
  readonly leaf: string;
}

/** What is remembered of an entry. */
export interface Remembrance {
  readonly id: string;
  readonly nth: number;
  readonly published?: Instant;
  readonly updated?: Instant;
}

/** Makes headlines where they are asked for, and keeps those that were asked for in this turn or in the one before. */
export class Proofs {
  readonly #rules: HeadlineRules;
  #before: ReadonlyMap<string, Proven> = new Map();
  #now = new Map<string, Proven>();
  readonly #byId = new Map<string, Proof>();

  constructor(rules: HeadlineRules) {
    this.#rules = rules;
  }

  /** A turn begins. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
    this.#byId.clear();
  }

  /**
   * The headline of a public article.
   *
   * @param path of the article
   * @param copy what it is made of; an object of which the same article gives the same
   * @param entry what is remembered of it
   */
  of(path: string, copy: Copy, entry: Remembrance): Proof {
    const now = this.#now.get(path);
    if (now?.copy === copy && now.entry === entry) return now;
    const before = this.#before.get(path);
    const proven = before?.copy === copy && before.entry === entry ? before : this.#prove(path, copy, entry);
    this.#now.set(path, proven);
    this.#byId.set(entry.id, proven);
    return proven;
  }

  /** A headline that was asked for in this turn, by the id of its entry. */
  byId(id: string): Proof | undefined {
    return this.#byId.get(id);
  }

  #prove(path: string, copy: Copy, entry: Remembrance): Proven {
    const { id, nth, published = 0, updated = published } = entry;
    const made = headline(copy.particulars, { id, nth, published, updated }, this.#rules);
    const parts = [copy.leaf, id, nth, published, updated, made.headline.permalink];
    const mark = createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
    return { path, copy, entry, mark, ...made };
  }
}

interface Proven extends Proof {
  readonly copy: Copy;
  readonly entry: Remembrance;
}
