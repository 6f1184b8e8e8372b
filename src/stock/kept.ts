import type { Instant } from '../article/article.js';
import type { Card, Particulars } from '../article/card.js';
import type { Candidate } from '../ledger/candidate.js';
import type { Fingerprint } from '../ledger/remembered.js';
import type { Problem } from '../problems.js';
import type { Reason } from '../report.js';
import { cardIn, type Leaf, particularsIn, printIn } from './leaf.js';

/** What is said of an article at a moment: it stands until a file changes, or `next` has come. */
export interface Verdict {
  /** Why it is withheld; nothing where it is public. */
  readonly reason?: Reason;
  /** Until when, where it is a matter of time. */
  readonly until?: Instant;
  /** When time alone changes the verdict; `Infinity` where it does not. */
  readonly next: Instant;
}

/** What is said of most articles. */
export const plainlyPublic: Verdict = { next: Infinity };

/** An article as the stock keeps it. */
export class Kept implements Candidate {
  readonly path: string;
  readonly modified: Instant;
  readonly leaf: Leaf;
  /** What reading it found wrong. */
  readonly problems: readonly Problem[];
  /** Nothing before it was examined. */
  verdict: Verdict | undefined;
  /** What is wrong with the id that it states, if anything is. */
  claim: Problem | undefined;
  #card: Card | undefined;

  constructor(path: string, modified: Instant, leaf: Leaf, problems: readonly Problem[]) {
    this.path = path;
    this.modified = modified;
    this.leaf = leaf;
    this.problems = problems;
  }

  /** What it is decided by; read off anew each time unless it is unfolded. */
  get card(): Card {
    return this.#card ?? cardIn(this.leaf, this.path);
  }

  /** What its headline is made of. */
  get particulars(): Particulars {
    return particularsIn(this.leaf, this.path);
  }

  get print(): Fingerprint {
    return printIn(this.leaf);
  }

  get isPublic(): boolean {
    return this.verdict !== undefined && this.verdict.reason === undefined;
  }

  /** Lets it be asked often. */
  unfold(): void {
    this.#card = this.card;
  }

  /** It will not be asked again soon. */
  fold(): void {
    this.#card = undefined;
  }
}
