import { News } from '../disk/state/news.js';
import { type Problem, problem } from '../problems.js';
import type { World } from '../syndicate/line.js';
import { Account, type Done } from './account.js';
import { Silence } from './ask.js';
import { Claim, Superseded, Taken } from './claim.js';
import { NoCredentials } from './credentials.js';
import type { Folder } from './folder.js';
import type { Terms } from './packed.js';
import { registerName } from './register.js';
import { type Brought, type Elsewhere, type Outcome, Round } from './round.js';
import { Refusal, type Store } from './store.js';

/** What is in the store is the state of a turn. */
export interface Published extends Done {
  /** Names of documents that were there already. */
  readonly unchanged: readonly string[];
  /** The bucket, and the folder in it, for people. */
  readonly to: string;
  readonly milliseconds: number;
}

/** Who is told. */
export interface Listeners {
  readonly onPublished: (published: Published) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Many documents are under way, and so many are there. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a turn tells a publisher. */
export interface Turn {
  /** When the folder was looked at, in milliseconds since 1970. */
  readonly at: number;
  readonly documents: { readonly written: readonly string[]; readonly removed: readonly string[] };
}

/** What a publisher works with. */
export interface Tools {
  readonly folder: Folder;
  /** Opens the store: credentials may be others by now. Throws NoCredentials where there are none. */
  readonly open: () => Store;
  readonly terms: Terms;
  /** The bucket, and the folder in it, for people. */
  readonly to: string;
  /** One run of one program. */
  readonly id: string;
  readonly world: World;
}

/** How often somebody else may come in between, and how often a newer state may be on its way, before that is how it is. */
const mostRounds = 20;
const mostWaits = 5;

/** Milliseconds until the next round where somebody else is at it, at most. */
const courtesy = 3000;

/** Milliseconds between two looks at what others may have written. */
const lookEvery = 60_000;

/** How often a register is as it was, though somebody is about to change the store, before that one counts as gone. */
const mostLooks = 4;

/** Milliseconds from a failure to the next try, at most; twice as long each time, up to the longest. */
const delays = { first: 10_000, longest: 300_000 };

/**
 * Brings what a folder holds to a store, in the background: no turn waits for it. What was not brought when it is closed, or
 * killed, the next one brings.
 */
export class Publisher {
  readonly #tools: Tools;
  readonly #listeners: Listeners;
  readonly #end: AbortController;
  readonly #news = new News<string>();
  readonly #account = new Account();
  /** When the newest state was looked at that is still to be brought. */
  #wanted: number | undefined;
  #isFirst = true;
  /** When the state was looked at that was brought last. */
  #newest: number | undefined;
  /** The register as it was then, by its ETag. */
  #left: string | undefined;
  /** How often it was that since, where somebody else is about to bring a newer state. */
  #looks: number | undefined;
  #resting = new AbortController();
  #running: Promise<void> | undefined;

  /** @param end cuts all that is under way to the store */
  constructor(tools: Tools, listeners: Listeners, end: AbortController) {
    this.#tools = tools;
    this.#listeners = listeners;
    this.#end = end;
  }

  /** Takes note of a turn whose documents are in place. Of the first, all of them count: an earlier run may have left some. */
  note({ at, documents: { written, removed } }: Turn): void {
    if (!this.#isFirst && written.length + removed.length === 0) return;
    this.#isFirst = false;
    this.#wanted = at;
    this.#resting.abort();
    this.#running ??= this.#run();
  }

  /** Brings one state, and waits until it is there, or that has failed, which is told. */
  async bring(at: number): Promise<void> {
    await this.#attempt(at);
  }

  /** Ends at once. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { world } = this.#tools;
    const { signal } = this.#end;
    for (let failures = 0; !signal.aborted; ) {
      const at = this.#wanted;
      this.#wanted = undefined;
      if (at === undefined) {
        await this.#rest();
        continue;
      }
      this.#newest = at;
      const outcome = await this.#attempt(at);
      failures = outcome === 'failed' ? failures + 1 : 0;
      if (failures === 0) continue;
      this.#wanted ??= at;
      const delay = Math.min(delays.first * 2 ** (failures - 1), delays.longest);
      await world.pause((0.5 + world.random() / 2) * delay, signal);
    }
  }

  /** Waits for the next turn, and looks meanwhile whether somebody else has written to the store: perhaps it is to be put right. */
  async #rest(): Promise<void> {
    this.#resting = new AbortController();
    await this.#tools.world.pause(lookEvery, AbortSignal.any([this.#end.signal, this.#resting.signal]));
    if (this.#wanted !== undefined || this.#end.signal.aborted || this.#newest === undefined) return;
    if ((await this.#isDue()) && (await this.#attempt(this.#newest, true)) === 'failed')
      this.#wanted ??= this.#newest;
  }

  /** Whether somebody else has written to the store, or was about to and is gone. */
  async #isDue(): Promise<boolean> {
    try {
      const isOther = (await this.#tools.open().look(registerName))?.etag !== this.#left;
      if (this.#looks !== undefined && !isOther) this.#looks++;
      return isOther || this.#looks === mostLooks;
    } catch (error) {
      if (problemOf(error, '') === undefined) throw error;
      // It is told when there is something to bring.
      return false;
    }
  }

  /**
   * Brings one state, with all the patience that others take.
   *
   * @param isQuiet whether it is told only if something was to be done
   */
  async #attempt(at: number, isQuiet = false): Promise<'done' | 'elsewhere' | 'failed'> {
    const { world, to } = this.#tools;
    const from = world.now();
    try {
      const outcome = await this.#rounds(at);
      if (this.#end.signal.aborted) return 'failed';
      this.#tell('store', undefined);
      const isElsewhere = outcome.kind === 'elsewhere';
      this.#looks = isElsewhere && outcome.isUnderWay ? 0 : undefined;
      this.#tell('elsewhere', isElsewhere ? problem('published-elsewhere', {}, { to }) : undefined);
      if (isElsewhere) return 'elsewhere';
      const done = this.#account.close();
      if (isQuiet && done.uploaded.length + done.removed.length === 0) return 'done';
      const uploaded = new Set(done.uploaded);
      const unchanged = outcome.documents.filter((name) => !uploaded.has(name));
      this.#listeners.onPublished({ to, ...done, unchanged, milliseconds: Math.round(world.now() - from) });
      return 'done';
    } catch (error) {
      const found = problemOf(error, to);
      if (found === undefined) throw error;
      if (!this.#end.signal.aborted) this.#tell('store', found);
      return 'failed';
    }
  }

  async #rounds(at: number): Promise<Brought | Elsewhere> {
    const { world } = this.#tools;
    const { signal } = this.#end;
    for (let rounds = 1, waits = 0; ; rounds++) {
      const outcome = await this.#round(at);
      if (outcome.kind === 'brought') return outcome;
      if (outcome.kind === 'elsewhere' && (!outcome.isUnderWay || ++waits === mostWaits)) return outcome;
      if (signal.aborted) return { kind: 'elsewhere', isUnderWay: true };
      if (rounds === mostRounds) throw new Silence('others write there again and again');
      if (outcome.kind !== 'stale') await world.pause((0.5 + world.random()) * courtesy, signal);
    }
  }

  async #round(at: number): Promise<Outcome | { readonly kind: 'superseded' }> {
    const { folder, open, terms, id, world } = this.#tools;
    const store = open();
    const snapshot = await folder.look();
    // Nothing was ever written there, or it is not there now.
    if (snapshot.digests.size === 0) return nothing;
    const claim = new Claim(store, world.now);
    const watchers = {
      account: this.#account,
      onProblem: (found: Problem) => this.#tell(found.message, found),
      onProgress: (done: number, total: number) => this.#listeners.onProgress?.(done, total),
    };
    const givenUp = this.#looks === mostLooks ? this.#left : undefined;
    const round = new Round({ snapshot, publisher: id, at, givenUp }, store, claim, terms, watchers);
    try {
      return await round.run();
    } catch (error) {
      if (error instanceof Superseded) return { kind: 'superseded' };
      throw error;
    } finally {
      this.#left = claim.etag;
    }
  }

  /** What is the matter with something is told once, until it is something else. */
  #tell(subject: string, found: Problem | undefined): void {
    for (const news of this.#news.of(subject, found)) this.#listeners.onProblem(news);
  }
}

const nothing: Brought = { kind: 'brought', documents: [] };

/** What failed, for people; nothing where it is a fault of Feedmill. */
function problemOf(error: unknown, to: string): Problem | undefined {
  if (error instanceof NoCredentials) return problem('credentials-missing', {}, { to });
  if (error instanceof Silence) return problem('store-unreachable', {}, { to, reason: error.message });
  if (error instanceof Taken) return problem('object-in-the-way', {}, { name: registerName });
  if (error instanceof Refusal)
    return problem('store-refused', {}, { to, name: error.object, reason: error.message });
  return undefined;
}
