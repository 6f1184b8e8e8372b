import type { Candidate } from './candidate.js';
import type { Ledger } from './ledger.js';
import { Matching } from './matching.js';
import type { Remembered } from './remembered.js';
import type { Circumstances } from './settle.js';

/** Which entry belongs to which article, as far as that is not plain from the path. */
export interface Match {
  /** Articles that lay elsewhere, or were away, with their entries. */
  readonly moved: readonly { readonly candidate: Candidate; readonly entry: Remembered }[];
  /** Articles without an entry. */
  readonly fresh: readonly Candidate[];
  /** Entries without an article. */
  readonly lost: readonly Remembered[];
}

/**
 * Finds the entries of articles that are not where their entry was. Trusted most is the same file, then the id that
 * the article states, then the path at which an entry was withdrawn, then likeness.
 *
 * @param candidates the articles that are to be public, as far as they may not be what they were
 */
export function match(
  ledger: Ledger,
  candidates: readonly Candidate[],
  { at, doubted, isKnown, young }: Pick<Circumstances, 'at' | 'doubted' | 'isKnown' | 'young'>,
): Match {
  const paths = new Set<string>();
  const fresh: Candidate[] = [];
  const edited: Candidate[] = [];
  for (const candidate of candidates) {
    paths.add(candidate.path);
    const entry = ledger.at(candidate.path);
    if (!entry) fresh.push(candidate);
    else if (entry.print && entry.print.file !== candidate.print.file) edited.push(candidate);
  }
  const lost: Remembered[] = [];
  for (const entry of doubted) if (!paths.has(entry.path) && isKnown(entry.path)) lost.push(entry);
  // A folder in which nothing changed, and one article that was edited where it lies, are plain.
  if (fresh.length === 0 && lost.length === 0 && edited.length < 2) return { moved: [], fresh, lost };
  return new Matching(ledger, fresh, edited, lost).match(young, at);
}
