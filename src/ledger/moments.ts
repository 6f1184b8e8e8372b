import type { Instant } from '../article/article.js';

/** RSS counts seconds; what the other formats could say more would only make them differ. */
export function wholeSeconds(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}

/** An instant as people and the ledger have it: `2026-05-06T10:00:00Z`, with a fraction only where there is one. */
export function written(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
