import type { Instant } from '../article/article.js';
import type { Fingerprint, Remembered } from './remembered.js';
import { likeness as likenessOf } from './sketch.js';

/** An article of which it is not known whether it is new, or one that lay elsewhere. */
export interface Arrival {
  readonly path: string;
  readonly print: Fingerprint;
  /** The id that it states, as it would be published. */
  readonly id?: string;
  /** The date that it states. */
  readonly published?: Instant;
}

/**
 * Recognises articles that were moved and edited in one go, by their words, their titles and their dates.
 *
 * @param arrivals those of which nothing else is known
 * @param lost entries whose article is no longer where it was
 * @returns the entry of each arrival that is recognised, by path; each entry once
 */
export function recognise(
  arrivals: readonly Arrival[],
  lost: readonly Remembered[],
): ReadonlyMap<string, Remembered> {
  const candidates = arrivals.flatMap((arrival) => {
    const near = nearest(arrival, lost);
    return near.map(({ entry, score }) => ({ arrival, entry, score }));
  });
  candidates.sort(
    (one, other) =>
      other.score - one.score ||
      compare(one.arrival.path, other.arrival.path) ||
      compare(one.entry.path, other.entry.path),
  );
  const recognised = new Map<string, Remembered>();
  const taken = new Set<Remembered>();
  for (const { arrival, entry } of candidates) {
    if (recognised.has(arrival.path) || taken.has(entry)) continue;
    recognised.set(arrival.path, entry);
    taken.add(entry);
  }
  return recognised;
}

function nearest(arrival: Arrival, lost: readonly Remembered[]) {
  return lost.flatMap((entry) => {
    if (!entry.print || (arrival.id !== undefined && arrival.id !== entry.id)) return [];
    const sameName = nameOf(arrival.path) === nameOf(entry.path);
    const titles = compareTitles(arrival.print.title, entry.print.title);
    const otherDate = arrival.published !== undefined && arrival.published !== entry.published;
    const likeness = likenessOf(arrival.print.sketch, entry.print.sketch);
    const least = leastLikeness(sameName && titles === 'other' ? 'similar' : titles, otherDate);
    const score = likeness + Number(titles === 'same') / 5 + Number(sameName) / 10;
    return likeness >= least ? [{ entry, score }] : [];
  });
}

/**
 * How much alike two texts must be to be taken for one that was edited. Articles that state different dates are
 * different ones, as yesterday's weather and today's, unless all else speaks against it.
 */
function leastLikeness(titles: Titles, otherDate: boolean): number {
  const least = { same: 0.25, similar: 0.4, none: 0.5, other: 0.7, counted: Infinity };
  const leastDated = { same: 0.75, similar: 0.85, none: 0.85, other: Infinity, counted: Infinity };
  return (otherDate ? leastDated : least)[titles];
}

/** How two titles stand to each other; `counted` where a number makes two of them, as in "Part 1" and "Part 2". */
type Titles = 'same' | 'similar' | 'none' | 'other' | 'counted';

function compareTitles(one: string | undefined, other: string | undefined): Titles {
  if (one === undefined || other === undefined) return one === other ? 'none' : 'other';
  if (one === other) return 'same';
  const [counts, others] = [numbersIn(one), numbersIn(other)];
  if (counts.some((count, at) => others[at] !== undefined && others[at] !== count)) return 'counted';
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return 2 * shared >= 0.6 * (a.size + b.size) ? 'similar' : 'other';
}

function numbersIn(title: string): readonly string[] {
  return title.match(/\d+/g) ?? [];
}

/** The pairs of signs in a title, whatever their case. */
function pairsOf(title: string): ReadonlySet<string> {
  const signs = [...title.toLowerCase()];
  return new Set(signs.map((sign, at) => sign + (signs[at + 1] ?? '')));
}

/** The name of an article's file, or of its folder where the file is called `index`. */
export function nameOf(path: string): string {
  const bare = path.replace(/\/index\.[^/]*$/, '');
  return bare.slice(bare.lastIndexOf('/') + 1);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
