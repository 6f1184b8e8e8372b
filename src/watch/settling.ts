import { type Change, tickOf } from '../disk/source.js';

/** A change that has been seen, and since when it has looked the same. */
interface Waiting {
  readonly change: Change;
  readonly since: number;
  readonly settled: boolean;
}

/**
 * Holds changes back until they have settled: until a second sample, at least `settle` later, shows the same file,
 * or still none. So a file that is being written is not read half, and a save by way of a temporary file is no
 * removal. Changes that come together leave together. A file whose stamp has a coarse time has to look the same for
 * longer: what is read of it then cannot be changed without a stamp that tells.
 *
 * Times are milliseconds of any one clock.
 */
export class Settling {
  readonly #settle: number;
  readonly #patience: number;
  readonly #waiting = new Map<string, Waiting>();
  /** When the oldest change of the coming batch was seen. */
  #opened = 0;

  /**
   * @param settle how long a change has to look the same
   * @param patience how long settled changes wait for the others at most
   */
  constructor(settle: number, patience: number) {
    this.#settle = settle;
    this.#patience = patience;
  }

  /** The paths that wait. */
  get paths(): Iterable<string> {
    return this.#waiting.keys();
  }

  /** Whether a path waits. */
  waits(path: string): boolean {
    return this.#waiting.has(path);
  }

  /** The paths that have looked the same for long enough, if they still do: time for their second sample. */
  due(now: number): string[] {
    return [...this.#waiting].filter(([, at]) => !at.settled && this.#dueAt(at) <= now).map(([path]) => path);
  }

  /**
   * Takes a sample.
   *
   * @param looked the paths that were looked at
   * @param changes those of them, and others, that differ from what is known
   * @param now when
   * @param sinceOf since when a change that is new here has looked the same; `now` where not given
   */
  sample(
    looked: Iterable<string>,
    changes: readonly Change[],
    now: number,
    sinceOf: (change: Change) => number = () => now,
  ): void {
    const differing = new Set(changes.map(({ path }) => path));
    for (const path of looked) if (!differing.has(path)) this.#waiting.delete(path);
    if (this.#waiting.size === 0) this.#opened = now;
    for (const change of changes) {
      const before = this.#waiting.get(change.path);
      const same = before !== undefined && before.change.source?.stamp === change.source?.stamp;
      const since = same ? before.since : sinceOf(change);
      this.#waiting.set(change.path, { change, since, settled: now >= this.#dueAt({ change, since }) });
    }
  }

  /**
   * The next batch, or nothing while it is worth waiting. A batch is empty where nothing waits, or nothing has settled.
   */
  take(now: number): Change[] | undefined {
    const all = [...this.#waiting.values()];
    if (now - this.#opened < this.#patience && all.some(({ settled }) => !settled)) return undefined;
    const batch = all.filter(({ settled }) => settled).map(({ change }) => change);
    for (const { path } of batch) this.#waiting.delete(path);
    this.#opened = now;
    return batch;
  }

  /** When something is due next, if nothing else happens. */
  next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const at of this.#waiting.values()) if (!at.settled) next = Math.min(next, this.#dueAt(at));
    return this.#waiting.size === 0 ? next : Math.min(next, this.#opened + this.#patience);
  }

  #dueAt({ change: { source }, since }: Pick<Waiting, 'change' | 'since'>): number {
    return since + Math.max(this.#settle, source ? tickOf(source) : 0);
  }
}
