import type { Instant } from '../article/article.js';
import type { Fingerprint, Remembered } from './remembered.js';
import { SketchIndex } from './sketch-index.js';
import { compareTitles, type Titles } from './titles.js';

/** An article of which it is not known whether it is new, or one that lay elsewhere. */
export interface Arrival {
  readonly path: string;
  readonly print: Fingerprint;
  /** The id that it states, where that can stand as it is. */
  readonly id?: string;
  /** The date that it states. */
  readonly published?: Instant;
}

/**
 * Recognises articles that were moved and edited in one go, by their words, their titles and their dates. Likeness
 * counts only as far as it is peculiar to the two: where many articles are made after one pattern, it says nothing.
 *
 * @param arrivals those of which nothing else is known
 * @param lost entries whose article is no longer where it was
 * @param others entries whose article is where it was, or enough of them to show what is common
 * @returns the entry of each arrival that is recognised, by path; each entry once
 */
export function recognise(
  arrivals: readonly Arrival[],
  lost: readonly Remembered[],
  others: readonly Remembered[],
): ReadonlyMap<string, Remembered> {
  if (arrivals.length === 0 || lost.length === 0) return new Map();
  const index = new SketchIndex([...lost, ...others].map(({ print }) => print?.sketch ?? ''));
  const titles = countTitles([...lost, ...others]);
  const pairs = arrivals.flatMap((arrival) => {
    const near = index.nearest(arrival.print.sketch);
    return near.flatMap(({ at, likeness }) => {
      const entry = lost[at];
      if (!entry) return [];
      const rival = near.find((other) => other.at !== at)?.likeness ?? 0;
      const pair = { arrival, entry, likeness, peculiar: likeness - rival };
      return isOne(pair, titles) ? [pair] : [];
    });
  });
  pairs.sort(
    (one, other) => other.likeness - one.likeness || (one.arrival.path < other.arrival.path ? -1 : 1),
  );
  const recognised = new Map<string, Remembered>();
  const taken = new Set<Remembered>();
  for (const { arrival, entry } of pairs) {
    if (recognised.has(arrival.path) || taken.has(entry)) continue;
    recognised.set(arrival.path, entry);
    taken.add(entry);
  }
  return recognised;
}

interface Pair {
  readonly arrival: Arrival;
  readonly entry: Remembered;
  readonly likeness: number;
  /** How much more the two are alike than the arrival and any other entry. */
  readonly peculiar: number;
}

/** How much of the likeness has to be peculiar to two articles. */
const enough = 0.1;

/** How much alike two texts must be to be taken for one that was edited, by what their titles say. */
const least: Readonly<Record<Titles, number>> = {
  same: 0.2,
  other: 0.22,
  counted: 0.4,
};

/** The same, where the articles state different dates, as yesterday's weather and today's do. */
const leastOtherDate = 0.9;

function isOne(
  { arrival, entry, likeness, peculiar }: Pair,
  titleCounts: ReadonlyMap<string, number>,
): boolean {
  if (arrival.id !== undefined && arrival.id !== entry.id) return false;
  const { title } = arrival.print;
  const titles = compareTitles(title, entry.print?.title);
  const isOtherDate = arrival.published !== undefined && arrival.published !== entry.published;
  if (likeness < (isOtherDate ? leastOtherDate : sameName(arrival, entry) ? least.same : least[titles]))
    return false;
  const isKnownByTitle =
    titles === 'same' && title !== undefined && titleCounts.get(title) === 1 && !isOtherDate;
  return isKnownByTitle || peculiar >= enough;
}

function sameName(arrival: Arrival, entry: Remembered): boolean {
  return nameOf(arrival.path) === nameOf(entry.path);
}

/** The name of an article's file, or of its folder where the file is called `index`. */
export function nameOf(path: string): string {
  const bare = path.replace(/\/index\.[^/]*$/, '');
  return bare.slice(bare.lastIndexOf('/') + 1);
}

function countTitles(entries: readonly Remembered[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { print } of entries)
    if (print?.title !== undefined) counts.set(print.title, (counts.get(print.title) ?? 0) + 1);
  return counts;
}
