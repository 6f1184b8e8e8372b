/** How often a hub is asked before it counts as unreachable. */
export const mostTries = 5;

/** Milliseconds from the first try to the second, at most; twice as long each time. */
const firstDelay = 5000;

/** Milliseconds that a hub may ask to be left alone. */
export const longestRest = 600_000;

/**
 * How long to wait for the next try: any time up to twice that of before, so that those who failed together do not come
 * back together, and no less than the hub asked for.
 *
 * @param tries how many failed
 * @param asked milliseconds that the hub asked for, if it did
 * @param random from 0 to 1
 * @returns milliseconds; nothing where there is to be no other try
 */
export function delayAfter(tries: number, asked: number | undefined, random: number): number | undefined {
  if (tries >= mostTries) return undefined;
  return Math.min(asked ?? 0, longestRest) + random * firstDelay * 2 ** (tries - 1);
}

/**
 * Reads `Retry-After`: seconds, or a date.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds from now on; nothing where it says neither
 */
export function retryAfter(field: string | undefined, now: number): number | undefined {
  if (field === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(field)) return Number(field) * 1000;
  const date = Date.parse(field);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
