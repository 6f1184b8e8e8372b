/**
 * How two titles stand to each other: `counted` where a number makes two of them, as in "Part 1" and "Part 2"; `none`
 * where there are none.
 */
export type Titles = 'same' | 'similar' | 'none' | 'other' | 'counted';

/** Compares the titles of two articles. */
export function compareTitles(one: string | undefined, other: string | undefined): Titles {
  if (one === undefined || other === undefined) return one === other ? 'none' : 'other';
  if (one === other) return 'same';
  const [counts, others] = [numbersIn(one), numbersIn(other)];
  if (counts.some((count, at) => others[at] !== undefined && others[at] !== count)) return 'counted';
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return 2 * shared >= similar * (a.size + b.size) ? 'similar' : 'other';
}

/** The part of their pairs of signs that two titles share if they are one that was mended (Dice's coefficient). */
const similar = 0.6;

function numbersIn(title: string): readonly string[] {
  return title.match(/\d+/g) ?? [];
}

/** The pairs of signs in a title, whatever their case. */
function pairsOf(title: string): ReadonlySet<string> {
  const signs = [...title.toLowerCase()];
  return new Set(signs.map((sign, at) => sign + (signs[at + 1] ?? '')));
}
