import type { Remembered } from './remembered.js';

/** So many others show whether articles are made after one pattern. */
const most = 2000;

/** Where public entries are found. */
interface Live {
  readonly size: number;
  keys(): Iterable<string>;
  get(path: string): Remembered | undefined;
}

/** Public entries, or so many of them as show what many articles have in common; from time to time they are others. */
export class Peers {
  readonly #live: Live;
  #chosen: readonly Remembered[] = [];
  /** How many entries have changed since they were chosen. */
  #age = Number.POSITIVE_INFINITY;

  /** @param live the public entries, by path */
  constructor(live: Live) {
    this.#live = live;
  }

  /** So many entries are not what they were. */
  age(by: number): void {
    this.#age += by;
  }

  /** Those that were chosen and still are what they were. */
  now(): readonly Remembered[] {
    const { size } = this.#live;
    if (this.#age > (size > most ? size / 100 : 0)) this.#choose();
    return this.#chosen.filter((entry) => this.#live.get(entry.path) === entry);
  }

  #choose(): void {
    const paths = [...this.#live.keys()];
    const step = Math.max(1, Math.ceil(paths.length / most));
    const some = paths.filter((_, at) => at % step === 0);
    this.#chosen = some.flatMap((path) => this.#live.get(path) ?? []);
    this.#age = 0;
  }
}
