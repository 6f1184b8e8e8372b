/** What was done in a store since somebody was last told. */
export interface Done {
  /** Names of documents that are there now. */
  readonly uploaded: readonly string[];
  readonly removed: readonly string[];
  /** As they were sent. */
  readonly bytes: number;
}

/** Keeps account of what is done in a store, in as many rounds as it takes. */
export class Account {
  readonly #uploaded = new Set<string>();
  readonly #removed = new Set<string>();
  #bytes = 0;

  /** A document is there; so many bytes were sent for it. */
  uploaded(name: string, bytes: number): void {
    this.#removed.delete(name);
    this.#uploaded.add(name);
    this.#bytes += bytes;
  }

  /** An object is there no more. */
  removed(name: string): void {
    this.#uploaded.delete(name);
    this.#removed.add(name);
  }

  /** Gives what was done, and begins anew. */
  close(): Done {
    const done = { uploaded: [...this.#uploaded], removed: [...this.#removed], bytes: this.#bytes };
    this.#uploaded.clear();
    this.#removed.clear();
    this.#bytes = 0;
    return done;
  }
}
