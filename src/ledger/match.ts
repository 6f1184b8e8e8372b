import type { Instant } from '../article/article.js';
import { statedId } from '../entry/identity.js';
import type { Candidate } from './candidate.js';
import { statedDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { type Arrival, nameOf, recognise } from './recognise.js';
import type { Remembered } from './remembered.js';

/** Which entry belongs to which article, as far as that is not plain from the path. */
export interface Match {
  /** Articles that lay elsewhere, or were away, with their entries. */
  readonly moved: readonly { readonly candidate: Candidate; readonly entry: Remembered }[];
  /** Articles without an entry. */
  readonly fresh: readonly Candidate[];
  /** Entries without an article. */
  readonly lost: readonly Remembered[];
}

/** While watching, a move may come apart: how long an entry may have been away to be recognised by mere likeness. */
const recently = 3_600_000;

/**
 * Finds the entries of articles that are not where their entry was. Trusted most is the same file, then the id that
 * the article states, then the path at which an entry was withdrawn, then likeness.
 *
 * @param candidates all articles that are to be public
 * @param at now
 * @param isKnown whether it is known what lies at a path
 */
export function match(
  ledger: Ledger,
  candidates: readonly Candidate[],
  at: Instant,
  isKnown: (path: string) => boolean,
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
  for (const entry of ledger.live()) if (!paths.has(entry.path) && isKnown(entry.path)) lost.push(entry);
  // Articles that were only removed, or one that was only edited where it lies, are plain.
  const plain = edited.length === 0 || (edited.length === 1 && lost.length === 0);
  if (fresh.length === 0 && plain) return { moved: [], fresh, lost };
  return new Matching(ledger, fresh, edited, lost).result(at);
}

class Matching {
  readonly #ledger: Ledger;
  readonly #fresh: Set<Candidate>;
  readonly #edited: readonly Candidate[];
  readonly #lost: Set<Remembered>;
  readonly #moved = new Map<Candidate, Remembered>();
  readonly #taken = new Set<Remembered>();

  constructor(
    ledger: Ledger,
    fresh: readonly Candidate[],
    edited: readonly Candidate[],
    lost: readonly Remembered[],
  ) {
    this.#ledger = ledger;
    this.#fresh = new Set(fresh);
    this.#edited = edited;
    this.#lost = new Set(lost);
  }

  result(at: Instant): Match {
    const away = [...this.#ledger.all()].filter(({ gone }) => gone !== undefined);
    this.#sameFile();
    this.#statedId();
    this.#sameFileAgain(away);
    this.#samePath(away);
    const recent = away.filter(({ gone = 0 }) => Math.abs(at - gone) <= recently);
    this.#alike([...this.#lost, ...recent].filter((entry) => !this.#taken.has(entry)));
    return {
      moved: [...this.#moved].map(([candidate, entry]) => ({ candidate, entry })),
      fresh: [...this.#fresh],
      lost: [...this.#lost],
    };
  }

  /** Files that are elsewhere byte for byte, while what lay there is gone or something else: also two that changed places. */
  #sameFile(): void {
    const displaced = this.#edited.flatMap(({ path }) => this.#ledger.at(path) ?? []);
    const byFile = groups([...this.#lost, ...displaced], ({ print }) => print?.file);
    const arrivals = groups([...this.#fresh, ...this.#edited], ({ print }) => print.file);
    for (const [file, entries] of byFile) this.#pair(arrivals.get(file) ?? [], entries);
    // What is left at a path whose entry moved away is another article.
    for (const candidate of this.#edited) {
      const entry = this.#ledger.at(candidate.path);
      if (entry && this.#taken.has(entry) && !this.#moved.has(candidate)) this.#fresh.add(candidate);
      // An entry whose article was overwritten by one from elsewhere has lost it.
      if (entry && !this.#taken.has(entry) && this.#moved.has(candidate)) this.#lost.add(entry);
    }
  }

  #statedId(): void {
    for (const candidate of this.#fresh) {
      const id = statedId(candidate.article);
      const entry = id === undefined ? undefined : this.#ledger.byId(id);
      if (entry && !this.#taken.has(entry) && this.#isFree(entry)) this.#take(candidate, entry);
    }
  }

  /** What was removed comes back, if elsewhere. */
  #sameFileAgain(away: readonly Remembered[]): void {
    const byFile = groups(away, ({ print }) => print?.file);
    for (const [file, arrivals] of groups([...this.#fresh], ({ print }) => print.file))
      this.#pair(arrivals, byFile.get(file) ?? []);
  }

  /** The last entry that was withdrawn at a path comes back with whatever lies there again. */
  #samePath(away: readonly Remembered[]): void {
    const last = new Map<string, Remembered>();
    for (const entry of away)
      if (!this.#taken.has(entry) && (last.get(entry.path)?.gone ?? -Infinity) <= (entry.gone ?? 0))
        last.set(entry.path, entry);
    for (const candidate of this.#fresh) {
      const entry = last.get(candidate.path);
      if (entry) this.#take(candidate, entry);
    }
  }

  #alike(lost: readonly Remembered[]): void {
    const byPath = new Map([...this.#fresh].map((candidate) => [candidate.path, candidate]));
    for (const [path, entry] of recognise([...this.#fresh].map(toArrival), lost)) {
      const candidate = byPath.get(path);
      if (candidate) this.#take(candidate, entry);
    }
  }

  /** Pairs articles and entries of one file: those of one path first, then of one name, then in order. */
  #pair(arrivals: readonly Candidate[], entries: readonly Remembered[]): void {
    for (const near of [(path: string) => path, nameOf, () => '']) {
      const open = groups(entries.filter((entry) => !this.#taken.has(entry)).sort(byPath), ({ path }) =>
        near(path),
      );
      for (const candidate of [...arrivals].sort(byPath)) {
        if (this.#moved.has(candidate)) continue;
        const entry = open.get(near(candidate.path))?.shift();
        if (entry) this.#take(candidate, entry);
      }
    }
  }

  #take(candidate: Candidate, entry: Remembered): void {
    this.#moved.set(candidate, entry);
    this.#taken.add(entry);
    this.#fresh.delete(candidate);
    this.#lost.delete(entry);
  }

  #isFree(entry: Remembered): boolean {
    return entry.gone !== undefined || this.#lost.has(entry);
  }
}

function toArrival({ path, print, article }: Candidate): Arrival {
  const published = statedDate(article);
  const id = statedId(article);
  return {
    path,
    print,
    ...(id !== undefined && { id }),
    ...(published !== undefined && { published }),
  };
}

function groups<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | undefined,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}
