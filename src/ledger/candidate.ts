import type { Instant } from '../article/article.js';
import type { Card } from '../article/card.js';
import type { Fingerprint } from './remembered.js';

/** An article that is to be public. */
export interface Candidate {
  readonly path: string;
  readonly card: Card;
  readonly print: Fingerprint;
  /** The file's own time. */
  readonly modified: Instant;
}
