import type { Article, Instant } from '../article/article.js';
import type { Fingerprint } from './remembered.js';

/** An article that is to be public. */
export interface Candidate {
  readonly path: string;
  readonly article: Article;
  readonly print: Fingerprint;
  /** The file's own time. */
  readonly modified: Instant;
}
