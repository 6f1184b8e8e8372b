import type { Instant } from '../article/article.js';
import { statedId } from '../entry/identity.js';
import type { Candidate } from './candidate.js';
import { restatedDate } from './dates.js';
import type { Ledger } from './ledger.js';
import { pairUp } from './pair-up.js';
import { type Arrival, recognise } from './recognise.js';
import type { Remembered } from './remembered.js';
import { likeness } from './sketch.js';

/** Which entry belongs to which article, as far as that is not plain from the path. */
export interface Match {
  /** Articles that lay elsewhere, or were away, with their entries. */
  readonly moved: readonly { readonly candidate: Candidate; readonly entry: Remembered }[];
  /** Articles without an entry. */
  readonly fresh: readonly Candidate[];
  /** Entries without an article. */
  readonly lost: readonly Remembered[];
}

/** While watching, a move may come apart: how long an entry may have been away to be recognised by a slight likeness. */
const recently = 3_600_000;

/** An article that is less like what lay at its path may be another one that was moved there. */
const stranger = 0.3;

/**
 * Finds the entries of articles that are not where their entry was. Trusted most is the same file, then the id that
 * the article states, then the path at which an entry was withdrawn, then likeness.
 *
 * @param candidates all articles that are to be public
 * @param at now
 * @param isKnown whether it is known what lies at a path
 * @param isYoung whether an entry was first published just now
 */
export function match(
  ledger: Ledger,
  candidates: readonly Candidate[],
  at: Instant,
  isKnown: (path: string) => boolean,
  isYoung: (id: string) => boolean,
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
  // A folder in which nothing changed, and one article that was edited where it lies, are plain.
  if (fresh.length === 0 && lost.length === 0 && edited.length < 2) return { moved: [], fresh, lost };
  const matching = new Matching(ledger, fresh, edited, lost);
  return matching.result(candidates, at, isYoung);
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

  result(candidates: readonly Candidate[], at: Instant, isYoung: (id: string) => boolean): Match {
    const away = [...this.#ledger.all()].filter(({ gone }) => gone !== undefined);
    const displaced = [...this.#lost, ...this.#entriesOf(this.#edited)];
    const arrivals = [...this.#fresh, ...this.#edited];
    this.#take(pairUp(arrivals, displaced, ({ file }) => file));
    this.#take(this.#byStatedId());
    this.#take(pairUp([...this.#fresh], [...this.#lost], ({ said }) => said));
    this.#take(pairUp([...this.#fresh], this.#free(away), ({ file }) => file));
    this.#take(this.#atSamePath(away));
    this.#take(this.#alike(away, at));
    this.#settleEdited();
    this.#passOn(candidates, isYoung);
    return {
      moved: [...this.#moved].map(([candidate, entry]) => ({ candidate, entry })),
      fresh: [...this.#fresh],
      lost: [...this.#lost],
    };
  }

  #byStatedId(): [Candidate, Remembered][] {
    return [...this.#fresh].flatMap((candidate): [Candidate, Remembered][] => {
      const id = statedId(candidate.article);
      const entry = id === undefined ? undefined : this.#ledger.byId(id);
      const isFree = entry && (entry.gone !== undefined || this.#lost.has(entry));
      return isFree ? [[candidate, entry]] : [];
    });
  }

  /** What comes again to a path that was left is the entry that left it last, however its name is spelt. */
  #atSamePath(away: readonly Remembered[]): [Candidate, Remembered][] {
    const spelt = (path: string) => path.normalize('NFC').toLowerCase();
    const last = new Map<string, Remembered>();
    const leaving = ({ gone = Infinity }: Remembered) => gone;
    for (const entry of this.#free([...away, ...this.#lost])) {
      const other = last.get(spelt(entry.path));
      if (!other || leaving(other) <= leaving(entry)) last.set(spelt(entry.path), entry);
    }
    return [...this.#fresh].flatMap((candidate): [Candidate, Remembered][] => {
      const entry = last.get(spelt(candidate.path));
      return entry ? [[candidate, entry]] : [];
    });
  }

  #alike(away: readonly Remembered[], at: Instant): [Candidate, Remembered][] {
    const strangers = this.#edited.filter(
      (candidate) => !this.#moved.has(candidate) && this.#isStranger(candidate),
    );
    const arrivals = new Map([...this.#fresh, ...strangers].map((candidate) => [candidate.path, candidate]));
    const lost = this.#free([...this.#lost, ...this.#entriesOf(strangers)]);
    const isLost = new Set(lost);
    const others = [...this.#ledger.live()].filter((entry) => !isLost.has(entry) && !this.#taken.has(entry));
    const [recent, long] = [true, false].map((isRecent) =>
      this.#free(away).filter(({ gone = 0 }) => Math.abs(at - gone) <= recently === isRecent),
    );
    const now = recognise([...arrivals.values()].map(toArrival), [...lost, ...(recent ?? [])], others);
    const left = [...this.#fresh].filter(({ path }) => !now.has(path));
    const again = recognise(left.map(toArrival), long ?? [], others);
    return [
      ...now,
      ...[...again].filter(([path, { print }]) => isMuchAlike(arrivals.get(path), print?.sketch)),
    ].flatMap(([path, entry]): [Candidate, Remembered][] => {
      const candidate = arrivals.get(path);
      return candidate ? [[candidate, entry]] : [];
    });
  }

  /** Whether an article has hardly a word of what lay at its path. */
  #isStranger({ path, print }: Candidate): boolean {
    const before = this.#ledger.at(path)?.print;
    return before !== undefined && likeness(before.sketch, print.sketch) < stranger;
  }

  /** Where the entry of a path went elsewhere, what lies there is new; where another came, it is lost. */
  #settleEdited(): void {
    for (const candidate of this.#edited) {
      const [entry] = this.#entriesOf([candidate]);
      if (!entry) continue;
      const hasMoved = this.#moved.has(candidate);
      if (this.#taken.has(entry) && !hasMoved) this.#fresh.add(candidate);
      if (!this.#taken.has(entry) && hasMoved) this.#lost.add(entry);
    }
  }

  /** A file that was copied and then removed was moved: the copy gets the entry, and the one it was given is withdrawn. */
  #passOn(candidates: readonly Candidate[], isYoung: (id: string) => boolean): void {
    const copies = candidates.filter(({ path }) => {
      const entry = this.#ledger.at(path);
      return entry !== undefined && !this.#taken.has(entry) && isYoung(entry.id);
    });
    for (const [copy, entry] of pairUp(copies, [...this.#lost], ({ file }) => file)) {
      this.#take([[copy, entry]]);
      for (const own of this.#entriesOf([copy])) this.#lost.add(own);
    }
  }

  #entriesOf(candidates: readonly Candidate[]): Remembered[] {
    return candidates.flatMap(({ path }) => this.#ledger.at(path) ?? []);
  }

  #free(entries: readonly Remembered[]): Remembered[] {
    return entries.filter((entry) => !this.#taken.has(entry));
  }

  #take(pairs: Iterable<readonly [Candidate, Remembered]>): void {
    for (const [candidate, entry] of pairs) {
      if (this.#moved.has(candidate) || this.#taken.has(entry)) continue;
      this.#moved.set(candidate, entry);
      this.#taken.add(entry);
      this.#fresh.delete(candidate);
      this.#lost.delete(entry);
    }
  }
}

/** What was away for long is recognised where it was hardly edited. */
function isMuchAlike(candidate: Candidate | undefined, sketch: string | undefined): boolean {
  return candidate !== undefined && sketch !== undefined && likeness(candidate.print.sketch, sketch) >= 0.8;
}

function toArrival({ path, print, article }: Candidate): Arrival {
  const published = restatedDate(article);
  const id = statedId(article);
  return {
    path,
    print,
    ...(id !== undefined && id === article.id && { id }),
    ...(published !== undefined && { published }),
  };
}
