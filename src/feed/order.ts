import type { Headline } from '../entry/entry.js';

/** Orders entries as feeds show them: newest first; of one instant, by id, so that the order is total. */
export function order(one: Headline, other: Headline): number {
  return other.published - one.published || (one.id < other.id ? -1 : Number(one.id > other.id));
}
