import type { Candidate } from './candidate.js';
import { nameOf } from './recognise.js';
import type { Fingerprint, Remembered } from './remembered.js';

/**
 * Pairs articles and entries whose fingerprints share a mark: those of one path first, then of one name, then in order.
 *
 * @param markOf what has to be the same
 * @returns pairs, each article and each entry in one at most
 */
export function pairUp(
  candidates: readonly Candidate[],
  entries: readonly Remembered[],
  markOf: (print: Fingerprint) => string,
): readonly (readonly [Candidate, Remembered])[] {
  const open = new Map<string, Set<Remembered>>();
  for (const entry of [...entries].sort(byPath)) {
    if (!entry.print) continue;
    const mark = markOf(entry.print);
    open.set(mark, (open.get(mark) ?? new Set()).add(entry));
  }
  const pairs: [Candidate, Remembered][] = [];
  let waiting = candidates.filter(({ print }) => open.has(markOf(print))).sort(byPath);
  for (const near of [(path: string) => path, nameOf, () => '']) {
    waiting = waiting.filter((candidate) => {
      const alike = open.get(markOf(candidate.print)) ?? new Set();
      const entry = [...alike].find(({ path }) => near(path) === near(candidate.path));
      if (!entry) return true;
      alike.delete(entry);
      pairs.push([candidate, entry]);
      return false;
    });
  }
  return pairs;
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}
