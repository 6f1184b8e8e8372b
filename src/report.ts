import type { Instant } from './article/article.js';
import type { Problem } from './problems.js';

const reasons = [
  'draft',
  'hidden',
  'redirect',
  'future',
  'expired',
  'partial',
  'section page',
  'readme',
  'empty',
  'unreadable',
] as const;

/** Why an article is in no feed. */
export type Reason = (typeof reasons)[number];

/** Whether a text names such a reason. */
export function isReason(text: string): text is Reason {
  return reasons.some((reason) => reason === text);
}

/** An article that is in no feed, with the reason and, where it is a matter of time, until when. */
export interface Withheld {
  readonly path: string;
  readonly reason: Reason;
  readonly until?: Instant;
}

/** What one turn of the mill did. */
export interface Report {
  /** When the turn began. */
  readonly at: Instant;
  /** How long it took. */
  readonly milliseconds: number;
  /** Articles read in this turn, by path. */
  readonly read: readonly string[];
  /** Articles that went away in this turn, by path. */
  readonly gone: readonly string[];
  /** Articles known after this turn. */
  readonly articles: number;
  /** Entries published after this turn. */
  readonly entries: number;
  /** Articles read in this turn that are in no feed; in the first turn, those that were read by an earlier run as well. */
  readonly withheld: readonly Withheld[];
  /** When documents change next though no file does; nothing where they do not. */
  readonly next?: Instant;
  /** Problems of these articles, and of the run itself. */
  readonly problems: readonly Problem[];
  /** Names of documents, relative to the output folder. */
  readonly documents: {
    readonly written: readonly string[];
    readonly unchanged: readonly string[];
    readonly removed: readonly string[];
  };
}
