/**
 * How far a place in the markup lies from another, in characters; what comes before it counts as twice as far, since
 * what belongs to a headline mostly follows it.
 */
export function away(start: number, from: number): number {
  return start < from ? 2 * (from - start) : start - from;
}
