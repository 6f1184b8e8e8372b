import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StandingDocument } from '../disk/document.js';
import { Held } from './held.js';
import type { Terms } from './instance.js';

/** What the versions of a document are known by, for as long as it is there: they must not go back in time. */
interface Dated {
  readonly mark: string;
  readonly modified: number;
  readonly isSharp: boolean;
}

/**
 * The documents that may be asked for, by name: those that builds wrote, and no others. They are read when they are asked
 * for, and kept in memory while there is room; those that nobody has asked for the longest give way.
 */
export class Holdings {
  readonly #read: (name: string) => Promise<StandingDocument>;
  readonly #budget: number;
  #terms: Terms;
  readonly #names = new Set<string>();
  /** In the order in which they were asked for. */
  readonly #held = new Map<string, Held>();
  readonly #loading = new Map<string, Promise<Held>>();
  /** Those that are read once more when that is done: they were written meanwhile. */
  readonly #waiting = new Map<string, Promise<Held>>();
  readonly #dated = new Map<string, Dated>();
  /** Documents that were written since they were read. */
  readonly #stale = new Set<string>();
  /** The one that was asked for last: most ask for the same. */
  #latest: Held | undefined;
  #weight = 0;

  /**
   * @param read reads a document as it stands now
   * @param budget bytes that documents may take in memory; the one that is asked for is kept in any case
   */
  constructor(terms: Terms, read: (name: string) => Promise<StandingDocument>, budget: number) {
    this.#terms = terms;
    this.#read = read;
    this.#budget = budget;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  get size(): number {
    return this.#names.size;
  }

  /** Bytes that documents take in memory. */
  get weight(): number {
    return this.#weight;
  }

  /** Documents were written, or are there, and others are no more. */
  note(written: Iterable<string>, removed: Iterable<string>): void {
    for (const name of written) {
      this.#names.add(name);
      this.#stale.add(name);
    }
    for (const name of removed) {
      this.#names.delete(name);
      this.#drop(name);
      this.#dated.delete(name);
    }
  }

  /** The documents lie in another folder: none is known. */
  clear(): void {
    this.note([], [...this.#names]);
  }

  /** From now on documents are told by other terms. */
  settle(terms: Terms): void {
    if (isDeepStrictEqual(terms, this.#terms)) return;
    this.#terms = terms;
    for (const [name, { whole, versions }] of [...this.#held]) {
      this.#drop(name);
      this.#keep(name, new Held(whole.facts, terms, versions));
    }
  }

  /**
   * A document as it was written last. Only those who ask for one that is not in memory have to wait.
   *
   * @param name one that is there
   * @returns rejects where it cannot be read
   */
  get(name: string): Held | Promise<Held> {
    const held = this.#held.get(name);
    if (!held || this.#stale.has(name) || this.#loading.has(name)) return this.#load(name);
    if (held !== this.#latest) {
      this.#latest = held;
      this.#held.delete(name);
      this.#held.set(name, held);
    }
    return held;
  }

  /** One after the other, so that none that was read earlier takes the place of a later one. */
  #load(name: string): Promise<Held> {
    const waiting = this.#waiting.get(name);
    if (waiting) return waiting;
    const under = this.#loading.get(name);
    if (!under) return this.#start(name);
    if (!this.#stale.has(name)) return under;
    const next = under
      .catch(() => undefined)
      .then(() => {
        this.#waiting.delete(name);
        return this.#start(name);
      });
    this.#waiting.set(name, next);
    return next;
  }

  #start(name: string): Promise<Held> {
    this.#stale.delete(name);
    const loading = this.#replace(name).finally(() => this.#loading.delete(name));
    this.#loading.set(name, loading);
    return loading;
  }

  async #replace(name: string): Promise<Held> {
    let read: StandingDocument;
    try {
      read = await this.#read(name);
    } catch (error) {
      this.#stale.add(name);
      const before = this.#held.get(name);
      // Better the one of before than none.
      if (before) return before;
      throw error;
    }
    const before = this.#held.get(name);
    const { bytes } = read;
    const mark = hash('sha256', bytes, 'base64url').slice(0, 22);
    if (before?.mark === mark) return before;
    const dated = this.#date(name, mark, read.modified);
    const next = new Held({ name, bytes, ...dated, form: 'whole' }, this.#terms, before?.versions);
    this.#drop(name);
    // Somebody asked for it before it was removed.
    if (this.#names.has(name)) this.#keep(name, next);
    return next;
  }

  /** Times never go back, though a clock may. */
  #date(name: string, mark: string, written: number): Dated {
    const known = this.#dated.get(name);
    if (known?.mark === mark) return known;
    const second = Math.floor(Math.min(written, Date.now()) / 1000) * 1000;
    const modified = Math.max(second, known?.modified ?? 0);
    const dated = { mark, modified, isSharp: modified !== known?.modified };
    this.#dated.set(name, dated);
    return dated;
  }

  #keep(name: string, held: Held): void {
    this.#held.set(name, held);
    this.#weight += held.weight;
    held.onGrown = (bytes) => {
      this.#weight += bytes;
      this.#shrink(held);
    };
    this.#shrink(held);
  }

  #shrink(wanted: Held): void {
    for (const [name, held] of this.#held) {
      if (this.#weight <= this.#budget) return;
      if (held !== wanted) this.#drop(name);
    }
  }

  #drop(name: string): void {
    const held = this.#held.get(name);
    if (!held) return;
    held.onGrown = () => undefined;
    this.#held.delete(name);
    this.#weight -= held.weight;
  }
}
