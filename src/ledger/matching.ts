import type { Instant } from '../article/article.js';
import { statedId } from '../entry/identity.js';
import type { Candidate } from './candidate.js';
import { restatedDate } from './dates.js';
import type { Ledger } from './ledger.js';
import type { Match } from './match.js';
import { pairUp } from './pair-up.js';
import { type Arrival, recognise } from './recognise.js';
import type { Remembered } from './remembered.js';
import { likeness } from './sketch.js';

/** While watching, a move may come apart: how long an entry may have been away to be recognised by a slight likeness. */
const recently = 3_600_000;

/** Likeness enough for an entry that has been away for longer. */
const much = 0.8;

/** An article that is less like what lay at its path may be another one that was moved there. */
const stranger = 0.5;

/**
 * Finds the entries of articles, step by step: what one step has found, the next ones leave alone. The order of the
 * steps is that of trust.
 */
export class Matching {
  readonly #ledger: Ledger;
  readonly #fresh: Set<Candidate>;
  readonly #edited: readonly Candidate[];
  readonly #lost: Set<Remembered>;
  readonly #moved = new Map<Candidate, Remembered>();
  readonly #taken = new Set<Remembered>();

  /**
   * @param fresh articles at paths without an entry
   * @param edited articles that are not what lay at their path
   * @param lost entries at paths without an article
   */
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

  /**
   * @param young gives the articles that were first published just now
   * @param at now
   */
  match(young: () => readonly Candidate[], at: Instant): Match {
    const away = [...this.#ledger.away()];
    const isRecent = ({ gone = 0 }: Remembered) => Math.abs(at - gone) <= recently;
    const displaced = [...this.#lost, ...this.#entriesOf(this.#edited)];
    this.#take(pairUp([...this.#fresh, ...this.#edited], displaced, ({ file }) => file));
    this.#settleEdited();
    this.#take(this.#byStatedId());
    this.#take(pairUp([...this.#fresh], [...this.#lost], ({ said }) => said));
    this.#take(pairUp([...this.#fresh], this.#free(away), ({ file }) => file));
    this.#take(this.#alike(away.filter(isRecent)));
    this.#take(this.#atSamePath(away));
    this.#take(this.#muchAlike(away.filter((entry) => !isRecent(entry))));
    this.#settleEdited();
    if (this.#lost.size > 0) this.#passOn(young());
    return {
      moved: [...this.#moved].map(([candidate, entry]) => ({ candidate, entry })),
      fresh: [...this.#fresh],
      lost: [...this.#lost],
    };
  }

  #byStatedId(): [Candidate, Remembered][] {
    return [...this.#fresh].flatMap((candidate): [Candidate, Remembered][] => {
      const id = statedId(candidate.card);
      const entry = id === undefined ? undefined : this.#ledger.byId(id);
      const isFree = entry && (entry.gone !== undefined || this.#lost.has(entry));
      return isFree ? [[candidate, entry]] : [];
    });
  }

  /** What comes again to a path that was left is the entry that left it last, however its name is spelt. */
  #atSamePath(away: readonly Remembered[]): [Candidate, Remembered][] {
    if (this.#fresh.size === 0) return [];
    const spelt = (path: string) => path.normalize('NFC').toLowerCase();
    const last = new Map<string, Remembered>();
    const leaving = ({ gone = Infinity }: Remembered) => gone;
    for (const entry of this.#free([...away, ...this.#lost])) {
      const other = last.get(spelt(entry.path));
      if (!other || leaving(other) <= leaving(entry)) last.set(spelt(entry.path), entry);
    }
    if (last.size === 0) return [];
    return [...this.#fresh].flatMap((candidate): [Candidate, Remembered][] => {
      const entry = last.get(spelt(candidate.path));
      return entry ? [[candidate, entry]] : [];
    });
  }

  /** What was moved and edited in one go; also where it was moved to the place of another one, which was moved too. */
  #alike(recent: readonly Remembered[]): [Candidate, Remembered][] {
    const strangers = this.#edited.filter(
      (candidate) => !this.#moved.has(candidate) && this.#isStranger(candidate),
    );
    const lost = [...this.#lost, ...this.#entriesOf(strangers), ...recent];
    return this.#recognised([...this.#fresh, ...strangers], lost);
  }

  /** What was away for long is recognised where it was hardly edited. */
  #muchAlike(long: readonly Remembered[]): [Candidate, Remembered][] {
    return this.#recognised([...this.#fresh], long).filter(
      ([{ print }, entry]) => entry.print !== undefined && likeness(print.sketch, entry.print.sketch) >= much,
    );
  }

  #recognised(candidates: readonly Candidate[], lost: readonly Remembered[]): [Candidate, Remembered][] {
    const free = this.#free(lost);
    if (candidates.length === 0 || free.length === 0) return [];
    const isLost = new Set(free);
    const others = this.#free(this.#ledger.peers()).filter((entry) => !isLost.has(entry));
    const byPath = new Map(candidates.map((candidate) => [candidate.path, candidate]));
    const arrivals = candidates.map((candidate) => this.#arrival(candidate));
    return [...recognise(arrivals, free, others)].flatMap(([path, entry]) => {
      const candidate = byPath.get(path);
      return candidate ? [[candidate, entry]] : [];
    });
  }

  /** An id that another public entry has says nothing of which entry this one is. */
  #arrival({ path, print, card }: Candidate): Arrival {
    const published = restatedDate(card);
    const id = statedId(card);
    const holder = id === undefined ? undefined : this.#ledger.byId(id);
    const isOwn = id !== undefined && id === card.id && (!holder || holder.gone !== undefined);
    return { path, print, ...(isOwn && { id }), ...(published !== undefined && { published }) };
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
  #passOn(young: readonly Candidate[]): void {
    const copies = young.filter((candidate) => !this.#moved.has(candidate) && !this.#fresh.has(candidate));
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
