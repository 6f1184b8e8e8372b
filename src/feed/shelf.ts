import { type Beneath, Layered } from '../layered.js';
import { order, type Placed } from './order.js';

/** So many changes at a time cost more one by one than to put all in order again. */
const many = 500;

/** Entries in the order of feeds, each under the path of its article. To change one costs that one, not all of them. */
export class Shelf<Entry extends Placed & { readonly path: string }> {
  readonly #byPath = new Layered<Entry>();
  #ordered: string[] = [];

  /** How many there are. */
  get size(): number {
    return this.#ordered.length;
  }

  /** The newest entries, so many of them. */
  newest(count: number): Entry[] {
    return this.#ordered.slice(0, count).flatMap((path) => this.#byPath.get(path) ?? []);
  }

  /** The paths of all entries, in order. */
  get paths(): readonly string[] {
    return this.#ordered;
  }

  /** The entry of a path. */
  at(path: string): Entry | undefined {
    return this.#byPath.get(path);
  }

  /** Takes over the entries of an earlier run: the paths of most of them in order, and of others that are yet to be. */
  recall(
    entries: Beneath<Entry>,
    { ordered, moved }: { readonly ordered: string[]; readonly moved: string[] },
  ): void {
    this.#byPath.layUpon(entries);
    this.#ordered = ordered;
    if (moved.length > many) this.fill([...this.#byPath.values()]);
    else for (const path of moved) this.#insert(path, entries.get(path));
  }

  /** Puts these entries up in place of all others. */
  fill(entries: readonly Entry[]): void {
    this.#byPath.clear();
    for (const entry of entries) this.#byPath.set(entry.path, entry);
    this.#ordered = [...entries].sort(order).map(({ path }) => path);
  }

  /**
   * Brings some paths up to date.
   *
   * @param paths those at which an entry may not be what it was
   * @param entryAt the entry of a path now; nothing where it has none any more
   */
  update(paths: Iterable<string>, entryAt: (path: string) => Entry | undefined): void {
    const changed = [...new Set(paths)].filter((path) => this.#byPath.get(path) !== entryAt(path));
    if (changed.length > many) {
      for (const path of changed) this.#set(path, entryAt(path));
      this.fill([...this.#byPath.values()]);
      return;
    }
    // First down, then up: an entry may move from one path to another, and must not stand twice.
    for (const path of changed) this.#takeDown(path);
    for (const path of changed) {
      const entry = entryAt(path);
      this.#set(path, entry);
      this.#insert(path, entry);
    }
  }

  #set(path: string, entry: Entry | undefined): void {
    if (entry) this.#byPath.set(path, entry);
    else this.#byPath.delete(path);
  }

  #takeDown(path: string): void {
    const entry = this.#byPath.get(path);
    if (entry) this.#ordered.splice(this.#placeOf(entry), 1);
  }

  #insert(path: string, entry: Entry | undefined): void {
    if (entry) this.#ordered.splice(this.#placeOf(entry), 0, path);
  }

  /** The place at which an entry stands, or would. */
  #placeOf(entry: Entry): number {
    let from = 0;
    let to = this.#ordered.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = this.#byPath.get(this.#ordered[middle] ?? '');
      if (other && order(other, entry) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
