/** Words that a seed stands for: the same each time, and hardly any of them for another seed. */
export function wordsOf(seed: number, count: number): string[] {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state ^ (state >>> 13);
  };
  return Array.from({ length: count }, () => ((next() >>> 0) % 40_000).toString(36));
}
