/** How many versions of a feed are remembered. */
const most = 20;

/** What it takes to remember an entry, more or less. */
const bytesEach = 64;

/** The versions of a feed that clients may have: of each the digests of its entries, by its mark. */
export class Versions {
  readonly #digests = new Map<string, ReadonlySet<string>>();

  /** Bytes that all of it takes, more or less. */
  get weight(): number {
    return [...this.#digests.values()].reduce((sum, { size }) => sum + size * bytesEach, 0);
  }

  /** A version is there now. */
  add(mark: string, digests: readonly string[]): void {
    this.#digests.delete(mark);
    this.#digests.set(mark, new Set(digests));
    const [oldest] = this.#digests.keys();
    if (this.#digests.size > most && oldest !== undefined) this.#digests.delete(oldest);
  }

  /** The entries of a version; nothing where it is not remembered. */
  of(mark: string): ReadonlySet<string> | undefined {
    return this.#digests.get(mark);
  }
}
