import type { Instant } from '../article/article.js';
import type { Card } from '../article/card.js';
import type { Candidate } from '../ledger/candidate.js';
import { unpressed } from '../ledger/print.js';
import type { Fingerprint } from '../ledger/remembered.js';
import type { Problem } from '../problems.js';
import type { Reason } from '../report.js';
import type { Leaf } from './leaf.js';

/** What is said of an article at a moment: it stands until a file changes, or `next` has come. */
export interface Verdict {
  /** Why it is withheld; nothing where it is public. */
  readonly reason?: Reason;
  /** Until when, where it is a matter of time. */
  readonly until?: Instant;
  /** When time alone changes the verdict; `Infinity` where it does not. */
  readonly next: Instant;
}

/** An article as the stock keeps it: folded, until somebody asks what it says. */
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
  #print: Fingerprint | undefined;

  constructor(path: string, modified: Instant, leaf: Leaf, problems: readonly Problem[], card?: Card) {
    this.#card = card;
    this.path = path;
    this.modified = modified;
    this.leaf = leaf;
    this.problems = problems;
  }

  /** What the article says; worked out anew each time unless it is unfolded. */
  get card(): Card {
    return this.#card ?? { ...(JSON.parse(this.leaf.card) as Omit<Card, 'path'>), path: this.path };
  }

  get print(): Fingerprint {
    this.#print ??= unpressed(this.leaf.print);
    return this.#print;
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
