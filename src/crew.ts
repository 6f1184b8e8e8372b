import type { Worker } from 'node:worker_threads';
import type { Person } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Headline } from './entry/entry.js';
import type { Neighbour } from './entry/references.js';
import type { Looking } from './printer/look.js';
import type { Typeset } from './printer/typeset.js';
import type { Leaf } from './stock/leaf.js';
import type { Reading, ReadTask } from './stock/reader.js';

/** An entry to be made: its article, as it is known, and its headline. */
export interface SetTask extends ReadTask {
  readonly leaf: Leaf;
  readonly headline: Headline;
}

/** What all tasks of one kind need. */
export interface Brief {
  /** Whom articles may name by an id. */
  readonly people: ReadonlyMap<string, Person>;
  /** What lies in the articles folder; needed to make entries. */
  readonly neighbours?: ReadonlyMap<string, Neighbour>;
}

/** The kinds of work, with what goes in and what comes out. */
export interface Work {
  readonly read: { readonly task: ReadTask; readonly result: Reading };
  readonly typeset: { readonly task: SetTask; readonly result: Typeset | undefined };
}

/** What a hand is told. */
export type Order =
  | { readonly brief: Brief }
  | { readonly kind: keyof Work; readonly tasks: readonly Work[keyof Work]['task'][] };

/** What a hand has to know of the config. */
export type Terms = Pick<
  ResolvedConfig,
  'articles' | 'maxFileSize' | 'maxTags' | 'followLinks' | 'fullText' | 'credit'
> &
  Looking;

/**
 * How far much work has come: so many tasks of one kind, or documents to be written or uploaded, are done. Told now and then, and of
 * work that takes long alone.
 */
export interface Progress {
  readonly kind: keyof Work | 'write' | 'upload';
  readonly done: number;
  readonly total: number;
}

/** Tasks that are handed out at a time. */
const handful: Readonly<Record<keyof Work, number>> = { read: 250, typeset: 25 };

/** Fewer tasks than this are done sooner than a hand is there to help. */
const worthwhile: Readonly<Record<keyof Work, number>> = { read: 1500, typeset: 150 };

/** Milliseconds for which this thread does nothing else. */
const breath = 50;

/** Work of one kind that is under way. */
function idle() {
  return { shares: 0, done: 0, total: 0 };
}

/** Threads that help with much work, beside the one that hands it out. They come when they are needed first. */
export class Crew {
  readonly #terms: Terms;
  readonly #size: number;
  readonly #tell: (progress: Progress) => void;
  readonly #end: AbortSignal | undefined;
  #hands: Promise<Hand[]> | undefined;
  readonly #under = { read: idle(), typeset: idle() };

  /**
   * @param terms by which they work
   * @param size how many there are at most; with 0 nobody helps
   * @param tell who is told how far the work has come
   * @param end cuts off the work under way, which throws then
   */
  constructor(
    terms: Terms,
    size: number,
    tell: (progress: Progress) => void = () => undefined,
    end?: AbortSignal,
  ) {
    this.#terms = terms;
    this.#size = size;
    this.#tell = tell;
    this.#end = end;
  }

  /**
   * Does tasks, together with whoever helps.
   *
   * @param own does some of them here
   * @returns their results, in order: who did what makes no difference
   */
  async share<Kind extends keyof Work>(
    kind: Kind,
    tasks: readonly Work[Kind]['task'][],
    brief: () => Brief,
    own: (task: Work[Kind]['task']) => Work[Kind]['result'],
  ): Promise<Work[Kind]['result'][]> {
    if (tasks.length < worthwhile[kind]) return this.#alone(tasks, own);
    const rest = handfuls(tasks, handful[kind]);
    const results: Work[Kind]['result'][][] = rest.map(() => []);
    const queue = rest.entries();
    // What is shared at the same time is told as one.
    const under = this.#under[kind];
    under.shares++;
    under.total += tasks.length;
    const work = async (act: (tasks: readonly Work[Kind]['task'][]) => Promise<Work[Kind]['result'][]>) => {
      for (const [at, some] of queue) {
        this.#end?.throwIfAborted();
        results[at] = await act(some);
        under.done += some.length;
        this.#tell({ kind, done: under.done, total: under.total });
      }
    };
    const here = async (some: readonly Work[Kind]['task'][]) => {
      await this.#breathe();
      return this.#alone(some, own);
    };
    const said = brief();
    const helped = this.#summon().then((hands) =>
      Promise.all(
        hands.flatMap((hand) => {
          hand.post({ brief: said });
          const there = (some: readonly Work[Kind]['task'][]) =>
            // A hand that fails is no reason to fail.
            hand.ask<Work[Kind]['result']>({ kind, tasks: some }).catch(() => here(some));
          // Two at a time, so that it never waits for the next.
          return [work(there), work(there)];
        }),
      ),
    );
    try {
      await Promise.all([work(here), helped]);
    } finally {
      if (--under.shares === 0) this.#under[kind] = idle();
      if (this.#end?.aborted) await this.rest();
    }
    return results.flat();
  }

  /** Lets all go: they come again when they are needed. */
  async rest(): Promise<void> {
    const hands = this.#hands;
    this.#hands = undefined;
    for (const hand of (await hands) ?? []) hand.end();
  }

  /** Does tasks in this thread. */
  async #alone<Task, Result>(tasks: readonly Task[], own: (task: Task) => Result): Promise<Result[]> {
    const results: Result[] = [];
    let began = performance.now();
    for (const task of tasks) {
      results.push(own(task));
      if (performance.now() - began < breath) continue;
      await this.#breathe();
      began = performance.now();
    }
    return results;
  }

  /** Lets others have their turn: hands, signals, and whoever waits for a sign of life. */
  async #breathe(): Promise<void> {
    await new Promise(setImmediate);
    this.#end?.throwIfAborted();
  }

  #summon(): Promise<Hand[]> {
    this.#hands ??= import('node:worker_threads').then(({ Worker }) =>
      Array.from({ length: this.#size }, () => {
        const script = new URL('./worker.js', import.meta.url);
        return new Hand(new Worker(script, { workerData: this.#terms }));
      }),
    );
    return this.#hands;
  }
}

/** One thread that helps. */
class Hand {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (results: never[]) => void; reject: (reason: unknown) => void }[] = [];
  #failure: unknown;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on('message', (results) => this.#waiting.shift()?.resolve(results));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('it is gone')));
  }

  post(order: Order): void {
    this.#worker.postMessage(order);
  }

  /** Answers come in the order in which they were asked for. */
  ask<Result>(order: Order): Promise<Result[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.post(order);
    });
  }

  end(): void {
    void this.#worker.terminate();
  }

  #fail(reason: unknown): void {
    this.#failure ??= reason;
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}

function handfuls<Task>(tasks: readonly Task[], size: number): Task[][] {
  const count = Math.ceil(tasks.length / size);
  return Array.from({ length: count }, (_, at) => tasks.slice(at * size, (at + 1) * size));
}
