import type { Headline } from '../entry/entry.js';

/** What a document may hold. */
export interface Room {
  /** How many entries; `Infinity` for all. */
  readonly limit: number;
  /** How many of these entries fit, taken in this order: all of them, where there is no limit on bytes. */
  readonly fitting: (entries: readonly Headline[]) => number;
}

/** The entries of a feed, divided between the feed itself and its archive. */
export interface Divided {
  /** What the feed itself shows: every entry that is on no page. In the order in which they were published. */
  readonly current: readonly Headline[];
  /** The pages that are full, the oldest entries first; each entry on one page. */
  readonly pages: readonly (readonly Headline[])[];
  /** How far each page reaches: the `nth` of its last entry. */
  readonly closed: readonly number[];
}

/**
 * Divides entries between a feed and the pages of its archive (RFC 5005, 4). A page is full from the first, and how far
 * it reaches never changes: articles that come later, whatever their dates, never move an entry from one page to
 * another. Every entry that is on no page is in the feed itself, so that a reader who was away finds all by walking the
 * pages back to the last one it knows.
 *
 * @param entries all entries of the feed, in any order
 * @param closed how far the pages reach that are full already
 * @param room what the feed itself, and a page, may hold
 */
export function divide(entries: readonly Headline[], closed: readonly number[], room: Room): Divided {
  const all = [...entries].sort((one, other) => one.nth - other.nth || (one.id < other.id ? -1 : 1));
  const pages: (readonly Headline[])[] = [];
  const reaches: number[] = [];
  let start = 0;
  for (const to of closed) {
    let end = start;
    while ((all[end]?.nth ?? Infinity) <= to) end++;
    pages.push(all.slice(start, end));
    reaches.push(to);
    start = end;
  }
  const end = start + surplus(all.slice(start), room, closed.length === 0);
  while (start < end) {
    const most = all.slice(start, Math.min(end, start + room.limit));
    let last = start + Math.max(1, room.fitting(most));
    // A page reaches to a place in the order, and two entries may have the same one.
    while (all[last] !== undefined && all[last]?.nth === all[last - 1]?.nth) last++;
    const page = all.slice(start, last);
    pages.push(page);
    reaches.push(page.at(-1)?.nth ?? 0);
    start += page.length;
  }
  return start < all.length
    ? { current: all.slice(start), pages, closed: reaches }
    : reopened(pages, reaches, room);
}

/**
 * How many entries are to go to pages now. A feed that is divided for the first time keeps as many as it may; later
 * half of them go at a time, or there would be a page for each article.
 */
function surplus(waiting: readonly Headline[], { limit, fitting }: Room, isFirst: boolean): number {
  const newest = waiting.slice(Math.max(0, waiting.length - limit)).reverse();
  const fit = Math.max(1, fitting(newest));
  if (waiting.length <= fit) return 0;
  const least = isFirst ? 1 : Math.ceil(newest.length / 2);
  return Math.min(Math.max(waiting.length - fit, least), waiting.length - 1);
}

/**
 * A feed whose newer entries were all withdrawn shows those of its last page again, as many as it may. The page stays,
 * with what is left on it.
 */
function reopened(pages: readonly (readonly Headline[])[], closed: readonly number[], room: Room): Divided {
  const last = pages.findLastIndex((page) => page.length > 0);
  const page = pages[last] ?? [];
  const newest = page.slice(Math.max(0, page.length - room.limit)).reverse();
  const left = page.slice(0, page.length - Math.max(1, room.fitting(newest)));
  const reach = left.at(-1)?.nth ?? closed[last - 1] ?? 0;
  return {
    current: page.slice(left.length),
    pages: pages.map((each, index) => (index === last ? left : each)),
    closed: closed.map((to, index) => (last >= 0 && index >= last ? reach : to)),
  };
}
