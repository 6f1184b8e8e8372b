import { createHash } from 'node:crypto';
import { inTurns } from '../disk/in-turns.js';
import { type Problem, problem } from '../problems.js';
import type { Account } from './account.js';
import { type Claim, Superseded } from './claim.js';
import type { Snapshot } from './folder.js';
import { digestOf, packed, type Terms } from './packed.js';
import { planOf } from './plan.js';
import { type Kept, nothingYet, type Register } from './register.js';
import type { Found, Store } from './store.js';

/** A state of a folder, and whose it is. */
export interface State {
  readonly snapshot: Snapshot;
  readonly publisher: string;
  /** When the folder was looked at, in milliseconds since 1970, by the clock of this machine. */
  readonly at: number;
  /** ETag of a register whose publisher is gone, though it had not brought all. */
  readonly givenUp?: string | undefined;
}

/** How a round went. */
export type Outcome =
  | Brought
  | Elsewhere
  /** A document is not what it was when the round began. */
  | { readonly kind: 'stale' };

/** A newer state is there, or on its way. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly isUnderWay: boolean;
}

/** What is in the store is the state of the folder. */
export interface Brought {
  readonly kind: 'brought';
  /** Names of all documents. */
  readonly documents: readonly string[];
}

/** Who is told what comes of it. */
interface Watchers {
  readonly account: Account;
  readonly onProblem: (found: Problem) => void;
  /** So many documents of those that are to be brought are done with. */
  readonly onProgress: (done: number, total: number) => void;
}

class Stale extends Error {}

/** Milliseconds by which a state may be of the future: stores take no clock that is wrong by more. */
const slack = 15 * 60_000;

/** Brings one state of a folder to a store. */
export class Round {
  readonly #state: State;
  readonly #store: Store;
  readonly #claim: Claim;
  readonly #terms: Terms;
  readonly #watchers: Watchers;
  /** What is in the store, as far as it is known. */
  #kept = new Map<string, Kept>();
  /** What this round wrote, be it of use in the end or not. */
  readonly #wrote = new Map<string, string>();
  #done = 0;

  constructor(state: State, store: Store, claim: Claim, terms: Terms, watchers: Watchers) {
    this.#state = state;
    this.#store = store;
    this.#claim = claim;
    this.#terms = terms;
    this.#watchers = watchers;
  }

  /**
   * Does all that is to be done, and tells in the store what is there.
   *
   * @throws Superseded where somebody else has begun meanwhile, and may have come to nothing: then another round is due
   */
  async run(): Promise<Outcome> {
    try {
      return await this.#bring(await this.#claim.read());
    } catch (error) {
      if (error instanceof Stale) return { kind: 'stale' };
      if (error instanceof Superseded) await this.#confess();
      throw error;
    }
  }

  async #bring(register: Register): Promise<Outcome> {
    const { snapshot, publisher } = this.#state;
    const at = this.#state.at - this.#store.ahead;
    this.#kept = new Map(register.documents);
    const unsure = new Set([...register.pending, ...register.doubtful]);
    await inTurns(unsure, (name) => this.#find(name));
    const { waves, removals } = planOf(snapshot.names, snapshot.digests, this.#kept);
    const names = [...waves.flat(), ...removals];
    const isGivenUp = this.#claim.etag === this.#state.givenUp;
    // A store, or a machine, whose clock was once far ahead must not keep everybody away for years.
    const isOfFuture = register.at > Date.now() - this.#store.ahead + slack;
    const known = isOfFuture ? nothingYet.at : register.at;
    const isNewer = register.publisher !== publisher && known > at && !isGivenUp;
    if (isNewer && names.length > 0) return { kind: 'elsewhere', isUnderWay: register.pending.length > 0 };
    const mine = { publisher, at: Math.max(at, known) };
    if (names.length > 0 || (unsure.size > 0 && !isNewer)) {
      const claim: Register = { ...register, ...mine, documents: this.#kept, pending: names, doubtful: [] };
      await this.#claim.write(claim);
      const isMinding = await this.#mindingOf(claim);
      const total = waves.flat().length;
      for (const wave of waves)
        await inTurns(wave, async (name) => {
          await this.#upload(name);
          this.#watchers.onProgress(++this.#done, total);
        });
      await inTurns(removals, (name) => this.#remove(name));
      await this.#claim.write({ ...claim, isMinding, documents: this.#kept, pending: [] });
    } else if (at > known) {
      // It is the newest state all the same: whoever has looked at the folder before must not undo it.
      await this.#claim.write({ ...register, ...mine });
    }
    return { kind: 'brought', documents: [...snapshot.digests.keys()] };
  }

  /** What was found out once is told by the register. */
  async #mindingOf(claim: Register): Promise<boolean> {
    if (claim.isMinding) return true;
    await this.#claim.tryConditions();
    return !this.#store.isHeedless;
  }

  /** Whoever was about to change an object may have done so, or may not. */
  async #find(name: string): Promise<void> {
    const there = await this.#store.look(name);
    if (there?.digest === undefined) this.#kept.delete(name);
    else this.#kept.set(name, { digest: there.digest, etag: there.etag });
  }

  async #upload(name: string): Promise<void> {
    const bytes = await this.#state.snapshot.bytesOf(name);
    if (bytes === undefined) throw new Stale();
    const digest = digestOf(name, bytes, this.#terms);
    const object = packed(name, bytes, this.#terms);
    for (let expected = this.#kept.get(name)?.etag; ; ) {
      await this.#claim.hold();
      const etag = await this.#store.put(name, object, digest, expected);
      if (etag !== undefined) return this.#note(name, { digest, etag }, object.body.length);
      const there = await this.#store.look(name);
      // It was written, and the answer to that was lost.
      if (there?.digest === digest) return this.#note(name, { digest, etag: there.etag }, 0);
      if (there !== undefined && !isOfFeedmill(there, object.body)) return this.#leave(name);
      if (there?.etag === expected) throw new Superseded();
      expected = there?.etag;
    }
  }

  async #remove(name: string): Promise<void> {
    await this.#claim.hold();
    const there = await this.#store.look(name);
    const isOurs = there?.digest !== undefined || there?.etag === this.#kept.get(name)?.etag;
    this.#kept.delete(name);
    if (there === undefined) return;
    if (!isOurs) return this.#leave(name);
    await this.#store.remove(name);
    this.#watchers.account.removed(name);
  }

  #note(name: string, kept: Kept, bytes: number): void {
    this.#watchers.account.uploaded(name, bytes);
    this.#kept.set(name, kept);
    this.#wrote.set(name, kept.digest);
  }

  #leave(name: string): void {
    this.#kept.delete(name);
    this.#watchers.onProblem(problem('object-in-the-way', {}, { name }));
  }

  /**
   * Whoever is too late may have written what the newer state did not touch, and which is wrong by now. It is told in the
   * register, so that the next round of anybody puts it right.
   */
  async #confess(): Promise<void> {
    for (;;) {
      const register = await this.#claim.read();
      const doubtful = [...this.#wrote]
        .filter(([name, digest]) => register.documents.get(name)?.digest !== digest)
        .map(([name]) => name)
        .filter((name) => !register.pending.includes(name) && !register.doubtful.includes(name));
      if (register.publisher === this.#state.publisher || doubtful.length === 0) return;
      try {
        await this.#claim.write({ ...register, doubtful: [...register.doubtful, ...doubtful] });
        return;
      } catch (error) {
        if (!(error instanceof Superseded)) throw error;
      }
    }
  }
}

/** Feedmill marks what it writes. What has the very bytes may as well be its own: others may have brought them before. */
function isOfFeedmill({ digest, etag }: Found, body: Uint8Array): boolean {
  return digest !== undefined || etag === createHash('md5').update(body).digest('hex');
}
