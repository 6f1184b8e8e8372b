import type { ClosedPage } from './lines.js';

/** The archive pages that are full, and how far each reaches. */
export class ClosedPages {
  readonly #feeds = new Map<string, Map<number, number>>();

  /** How far the pages of a feed reach: the `nth` of the last entry of each, page by page. */
  of(feed: string): readonly number[] {
    const pages = this.#feeds.get(feed);
    return pages ? [...pages].sort(([one], [other]) => one - other).map(([, to]) => to) : [];
  }

  /** How far a page reaches; nothing where it is not full. */
  reach(feed: string, page: number): number | undefined {
    return this.#feeds.get(feed)?.get(page);
  }

  set({ feed, page, to }: ClosedPage): void {
    const pages = this.#feeds.get(feed) ?? new Map<number, number>();
    this.#feeds.set(feed, pages.set(page, to));
  }

  clear(): void {
    this.#feeds.clear();
  }

  *all(): Iterable<ClosedPage> {
    for (const [feed, pages] of this.#feeds) for (const [page, to] of pages) yield { feed, page, to };
  }
}
