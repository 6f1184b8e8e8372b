import type { Instant } from '../article/article.js';
import type { Card } from '../article/card.js';
import { wholeSeconds } from './moments.js';
import type { Remembered } from './remembered.js';

/** The date that the article states, unless it was counted from the time of the file: that moves with every touch. */
export function statedDate({ published, found }: Card): Instant | undefined {
  return published === undefined || found.published?.relative ? undefined : wholeSeconds(published);
}

/**
 * The date that an article states in so many words. What its path says counts once, when it is first published: to give
 * a file another name, or another folder, is not to publish it at another time.
 */
export function restatedDate(card: Card): Instant | undefined {
  return card.found.published?.in === 'path' ? undefined : statedDate(card);
}

/** When an article was last changed, as it states; a change that is to come is not known yet. */
export function statedUpdate({ updated, found }: Card, at: Instant): Instant | undefined {
  const isKnown = updated !== undefined && updated <= at && !found.updated?.relative;
  return isKnown ? wholeSeconds(updated) : undefined;
}

/**
 * The date of an article that is published for the first time: what it states, else for want of a better one when its
 * file was first seen, but never a moment that is to come.
 */
export function firstDate(card: Card, seen: Instant, at: Instant): Instant {
  const known = [card.published, card.updated, seen].find((date) => date !== undefined && date <= at);
  return statedDate(card) ?? wholeSeconds(known ?? at);
}

/** Whether an article says nothing of when it was written. */
export function isUndated({ published, updated }: Card): boolean {
  return (published ?? updated) === undefined;
}

/** What keeps an article back for a time, and when the time alone changes what is public of it. */
export interface Due {
  readonly reason?: 'future' | 'expired';
  /** The next moment at which it is published, changes or expires; `Infinity` where there is none. */
  readonly next: Instant;
}

/**
 * Whether the time of an article has come, and not gone.
 *
 * @param entry what is remembered of it, while it is public: what is out stays out, though the clock be put back
 */
export function due(card: Card, entry: Remembered | undefined, at: Instant): Due {
  const published = entry ? restatedDate(card) : statedDate(card);
  const { expires, updated } = card;
  if (expires !== undefined && expires <= at) return { reason: 'expired', next: Infinity };
  if (published !== undefined && published > at && entry?.published !== published)
    return { reason: 'future', next: published };
  const toCome = [expires, updated].map((moment = Infinity) => (moment > at ? moment : Infinity));
  return { next: Math.min(...toCome) };
}
