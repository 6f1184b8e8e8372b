import type { Outcome } from './outcome.js';
import { delayAfter } from './retry.js';

/** What the world does for a line; handed in. */
export interface World {
  /** Waits; less long where the line is cut. Never rejects. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds by a clock that never goes back. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Who does what a line decides, and is told. */
export interface LineEnds {
  readonly send: (topic: string) => Promise<Outcome>;
  /** The hub has answered of these bytes of a topic, for good or ill. */
  readonly answered: (topic: string, digest: string, outcome: Answer) => void;
  /** The hub is left alone until something is put into the line again. */
  readonly gaveUp: (failure: Failure) => void;
}

/** A hub has said what it will always say. */
export type Answer = Extract<Outcome, { kind: 'accepted' | 'refused' }>;

/** The hub has said nothing that would settle it. */
export type Failure = Exclude<Outcome, Answer>;

/** Announcements that are under way to a hub at a time. */
const lanes = 4;

/** Milliseconds between two rounds: what changes meanwhile is announced once. */
const spacing = 1000;

/** The line to one hub: topics wait in it, each once, however often it changes, until the hub has answered. */
export class Line {
  readonly #ends: LineEnds;
  readonly #world: World;
  readonly #signal: AbortSignal;
  /** Topics, with the digest of the newest bytes; each wish is another object. */
  readonly #waiting = new Map<string, { readonly digest: string }>();
  #last = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;
  #failure: Failure | undefined;

  /** @param signal cuts the line: nothing is sent any more, and what waits is not lost by that */
  constructor(ends: LineEnds, world: World, signal: AbortSignal) {
    this.#ends = ends;
    this.#world = world;
    this.#signal = signal;
  }

  /** Bytes of a topic are to be announced, and whatever of it is under way does not count for them. */
  put(topic: string, digest: string): void {
    this.#waiting.set(topic, { digest });
    this.#running ??= this.#run();
  }

  /** A topic needs no announcement. */
  drop(topic: string): void {
    this.#waiting.delete(topic);
  }

  /** Why topics wait, where any do. */
  get trouble(): Failure | undefined {
    if (this.#waiting.size === 0) return undefined;
    return this.#failure ?? { kind: 'failed', reason: 'no answer yet' };
  }

  /** Resolves when nothing is under way: all is announced, or the hub is left alone. */
  async rested(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    let tries = 0;
    await this.#pause(this.#last + spacing - this.#world.now());
    while (this.#waiting.size > 0 && !this.#signal.aborted) {
      const { failure, isHeard } = await this.#round();
      this.#failure = failure;
      this.#last = this.#world.now();
      if (this.#signal.aborted) break;
      tries = failure === undefined || isHeard ? 0 : tries;
      const delay = failure === undefined ? spacing : this.#delay(failure, ++tries);
      if (failure !== undefined && delay === undefined) {
        this.#ends.gaveUp(failure);
        break;
      }
      if (this.#waiting.size > 0) await this.#pause(delay ?? 0);
    }
    this.#running = undefined;
  }

  /** Announces all that waits, up to the first failure: a hub that fails is not asked for each topic. */
  async #round() {
    const topics = [...this.#waiting.keys()];
    let failure: Failure | undefined;
    let isHeard = false;
    const lane = async () => {
      for (let topic = topics.shift(); topic !== undefined; topic = topics.shift()) {
        const wish = this.#waiting.get(topic);
        if (wish === undefined) continue;
        const outcome = await this.#ends.send(topic);
        if (this.#signal.aborted) return;
        if (outcome.kind === 'failed' || outcome.kind === 'barred') {
          failure ??= outcome;
          topics.length = 0;
          return;
        }
        isHeard = true;
        // It may have changed again meanwhile.
        if (this.#waiting.get(topic) === wish) this.#waiting.delete(topic);
        this.#ends.answered(topic, wish.digest, outcome);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { failure, isHeard };
  }

  #delay(failure: Failure, tries: number): number | undefined {
    if (failure.kind === 'barred') return undefined;
    return delayAfter(tries, failure.after, this.#world.random());
  }

  async #pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await this.#world.pause(milliseconds, this.#signal);
  }
}
