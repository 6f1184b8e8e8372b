/** How two titles stand to each other; `counted` where a number makes two of them, as in "Part 1" and "Part 2". */
export type Titles = 'same' | 'counted' | 'other';

/** Compares the titles of two articles; none is like no other. */
export function compareTitles(one: string | undefined, other: string | undefined): Titles {
  if (one === undefined || other === undefined) return 'other';
  if (one === other) return 'same';
  const [counts, others] = [numbersIn(one), numbersIn(other)];
  const differ = counts.some((count, at) => others[at] !== undefined && others[at] !== count);
  return differ ? 'counted' : 'other';
}

function numbersIn(title: string): readonly string[] {
  return title.match(/\d+/g) ?? [];
}
