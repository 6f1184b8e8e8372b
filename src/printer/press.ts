import type { Proof } from '../entry/proofs.js';
import type { Neighbour, Neighbourhood } from '../entry/references.js';
import type { Problem } from '../problems.js';
import type { Fragments } from '../render/fragments.js';
import type { Asked, Typeset } from './typeset.js';

/** Bytes of entries that are kept though nobody said they would want them again: several pages may show one. */
const passingRoom = 48_000_000;

/** How an entry was made: of which article, what was asked of the neighbourhood, and what was found wrong. */
export interface PrintedRow {
  readonly path: string;
  readonly mark: string;
  readonly asked: readonly (readonly [path: string, size: number | null, permalink: string | null])[];
  readonly problems: readonly Problem[];
  /** Files that were looked into, and how each stood. */
  readonly measured?: readonly (readonly [path: string, stamp: string])[];
}

/** How a file of the articles folder stands; nothing where it is gone. */
type StampOf = (path: string) => string | undefined;

/**
 * Remembers entries that were made, each until its article, its headline or a file that it refers to changes: the cost
 * of a change is the changed entries, not the folder.
 */
export class Press {
  readonly #neighbours: Neighbourhood;
  readonly #stampOf: StampOf;
  readonly #printed = new Map<string, Printed>();
  /** Entries that may be forgotten, those first that were wanted last; by path, with their bytes. */
  readonly #passing = new Map<string, number>();
  #passingBytes = 0;
  /** Paths of entries that came out otherwise in this turn than before: whatever shows them is not what it was. */
  readonly #renewed = new Set<string>();

  /**
   * @param neighbours what lies in the articles folder
   * @param stampOf how its files stand
   */
  constructor(neighbours: Neighbourhood, stampOf: StampOf) {
    this.#neighbours = neighbours;
    this.#stampOf = stampOf;
  }

  /** A turn begins. */
  turn(): void {
    this.#renewed.clear();
  }

  /** Takes over how an earlier run made entries. What was found wrong then is told once more; see `untold`. */
  recall(rows: Iterable<PrintedRow>): void {
    for (const { path, mark, asked, problems, measured = [] } of rows) {
      const answers = asked.map(([path, size, permalink]): Asked[number] => [
        path,
        size === null ? undefined : { size, ...(permalink !== null && { permalink }) },
      ]);
      this.#printed.set(path, { mark, asked: answers, measured, problems, isUntold: true });
    }
  }

  /**
   * How entries were made, for a later run.
   *
   * @param isRacy whether a file may have been written once more since, unseen
   */
  rows(isRacy: (path: string) => boolean): PrintedRow[] {
    return [...this.#printed].map(([path, { mark, asked, measured, problems }]) => ({
      path,
      mark,
      asked: asked.map(([path, now]) => [path, now?.size ?? null, now?.permalink ?? null] as const),
      problems,
      ...(measured.length > 0 && {
        measured: measured.map(([path, stamp]) => [path, isRacy(path) ? '' : stamp] as const),
      }),
    }));
  }

  /** What an earlier run found wrong in an entry that is as it was then; once. */
  untold({ path }: Proof): readonly Problem[] {
    const known = this.#printed.get(path);
    if (!known?.isUntold) return [];
    this.#printed.set(path, { ...known, isUntold: false });
    return known.problems;
  }

  /** The entry of an article, where it is at hand; nothing where it has to be made. */
  at(proof: Proof): Fragments | undefined {
    const known = this.#printed.get(proof.path);
    return known && this.#isCurrent(known, proof) ? known.fragments : undefined;
  }

  /** What was asked of the neighbourhood when the entry of an article was made last; nothing where it never was. */
  askedFor({ path }: Proof): Asked | undefined {
    return this.#printed.get(path)?.asked;
  }

  /** The entry of an article as it was made last, if it is at hand. */
  last({ path }: Proof): Fragments | undefined {
    return this.#printed.get(path)?.fragments;
  }

  /** Whether the entry of an article would be what it was when it was made last. */
  isCurrent(proof: Proof): boolean {
    const known = this.#printed.get(proof.path);
    return known !== undefined && this.#isCurrent(known, proof);
  }

  /** Whether the entry of an article is what it was when the turn began. */
  isUnchanged(proof: Proof): boolean {
    return !this.#renewed.has(proof.path) && this.isCurrent(proof);
  }

  /**
   * Takes an entry in that was made.
   *
   * @returns the problems, unless they were told of the same entry before
   */
  take(proof: Proof, { fragments, asked, measured: looked, problems }: Typeset): readonly Problem[] {
    const known = this.#printed.get(proof.path);
    const isSame = known !== undefined && this.#isCurrent(known, proof);
    if (!isSame) this.#renewed.add(proof.path);
    const measured = looked.map((path) => [path, this.#stampOf(path) ?? ''] as const);
    const { mark } = proof;
    this.#printed.set(proof.path, { mark, asked, measured, problems, isUntold: false, fragments });
    this.#stay(proof.path);
    return isSame && !known.isUntold ? [] : problems;
  }

  /** Says of an entry whether it will be wanted again soon; else it may be forgotten, and only how it was made is not. */
  want({ path }: Proof, again: boolean): void {
    if (again) this.#stay(path);
    else this.#pass(path);
  }

  /**
   * Forgets what is not wanted any more.
   *
   * @param kept paths of the articles whose entries are wanted again
   * @param known paths of those of which it has to be known whether they change
   */
  keep(kept: ReadonlySet<string>, known: ReadonlySet<string>): void {
    for (const path of this.#printed.keys()) {
      if (kept.has(path)) continue;
      if (known.has(path)) {
        this.#pass(path);
        continue;
      }
      this.#stay(path);
      this.#printed.delete(path);
    }
  }

  /** The entry is wanted, or gone: in any case it is not to be forgotten for want of room. */
  #stay(path: string): void {
    this.#passingBytes -= this.#passing.get(path) ?? 0;
    this.#passing.delete(path);
  }

  /** The entry may be forgotten; others are, where there are too many. */
  #pass(path: string): void {
    const fragments = this.#printed.get(path)?.fragments;
    if (!fragments || this.#passing.has(path)) return;
    const bytes = sizeOf(fragments);
    this.#passing.set(path, bytes);
    this.#passingBytes += bytes;
    for (const oldest of this.#passing.keys()) {
      if (this.#passingBytes <= passingRoom) return;
      this.#stay(oldest);
      const printed = this.#printed.get(oldest);
      if (!printed) continue;
      const { fragments: _, ...rest } = printed;
      this.#printed.set(oldest, rest);
    }
  }

  #isCurrent({ mark, asked, measured }: Printed, proof: Proof): boolean {
    if (mark !== proof.mark) return false;
    if (measured.some(([path, stamp]) => this.#stampOf(path) !== stamp)) return false;
    for (const [path, then] of asked) {
      const now: Neighbour | undefined = this.#neighbours(path);
      if (now?.permalink !== then?.permalink || now?.size !== then?.size) return false;
    }
    return true;
  }
}

interface Printed {
  readonly mark: string;
  readonly asked: Asked;
  readonly measured: readonly (readonly [path: string, stamp: string])[];
  readonly problems: readonly Problem[];
  /** Whether an earlier run found the problems, and this one has not told them. */
  readonly isUntold: boolean;
  readonly fragments?: Fragments;
}

/** How much room an entry takes, in bytes. */
function sizeOf({ rss, podcast, atom, json, page }: Fragments): number {
  const { card = '', reading } = page ?? {};
  const read = (reading?.head.length ?? 0) + (reading?.body.length ?? 0);
  return rss.length + (podcast?.length ?? 0) + atom.length + json.length + card.length + read;
}
