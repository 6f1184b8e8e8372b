/** Numbers that seem random, the same ones for the same seed. */
export interface Random {
  readonly seed: number;
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number, at least `from`, at most `to`. */
  readonly whole: (from: number, to: number) => number;
  /** One of several. */
  readonly one: <Thing>(things: readonly Thing[]) => Thing;
}

/**
 * Begins a row of numbers; the seed is printed, and given again as SEED it brings the same row back.
 *
 * @param what for people
 */
export function random(what: string): Random {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`${what}: SEED=${seed}`);
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    seed,
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    one: (things) => {
      const thing = things[Math.floor(next() * things.length)];
      if (thing === undefined) throw new Error('There is nothing to choose from.');
      return thing;
    },
  };
}
