import type { Instant } from '../article/article.js';

/** What the order of entries goes by. */
export interface Placed {
  readonly id: string;
  readonly published?: Instant;
}

/** Orders entries as feeds show them: newest first; of one instant, by id, so that the order is total. */
export function order(one: Placed, other: Placed): number {
  const newer = (other.published ?? 0) - (one.published ?? 0);
  return newer || (one.id < other.id ? -1 : Number(one.id > other.id));
}
