import type { Instant } from '../article/article.js';
import { written } from './moments.js';
import type { Remembered } from './remembered.js';

/** An archive page that is full: it holds the entries of a feed up to one of them. */
export interface ClosedPage {
  /** Folder of the feed, as `tags/sport/`; empty for the main one. */
  readonly feed: string;
  /** From 1. */
  readonly page: number;
  /** `nth` of its last entry. */
  readonly to: number;
}

/** What one line of the ledger says. The `nth` of an entry is 0 where it was written by hand without one. */
export type Line = Remembered | ClosedPage | { readonly reason: string };

/** Writes the line of an entry: JSON, with the names that people look for first. */
export function entryLine({ path, id, nth, published, updated, print, gone, feeds }: Remembered): string {
  return `${JSON.stringify({
    path,
    id,
    title: print?.title,
    nth,
    published: published === undefined ? undefined : written(published),
    updated: updated === published || updated === undefined ? undefined : written(updated),
    gone: gone === undefined ? undefined : written(gone),
    feeds: feeds?.length ? feeds : undefined,
    file: print?.file,
    said: print?.said,
    sketch: print?.sketch,
  })}\n`;
}

/** Writes the line of a full archive page. */
export function pageLine({ feed, page, to }: ClosedPage): string {
  return `${JSON.stringify({ feed, page, to })}\n`;
}

/** Writes all lines: one an entry, sorted by path, so that a change is a small difference wherever versions are compared. */
export function wholeText(entries: readonly Remembered[], pages: readonly ClosedPage[]): string {
  const inOrder = [...entries].sort(
    (a, b) => compare(a.path, b.path) || a.nth - b.nth || compare(a.id, b.id),
  );
  const pagesInOrder = [...pages].sort((a, b) => compare(a.feed, b.feed) || a.page - b.page);
  return [...inOrder.map(entryLine), ...pagesInOrder.map(pageLine)].join('');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/**
 * Reads a line of the ledger. Written by hand, a path and an id are enough.
 *
 * @returns what it says, or why it cannot be used
 */
export function readLine(line: string): Line {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return { reason: /^(?:<{7}|={7}|>{7}|\|{7})/.test(line) ? 'it is a mark of a merge' : 'it is not JSON' };
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    return { reason: 'it is not an object' };
  const keys: Keys = said;
  return keys.feed === undefined ? readEntry(keys) : readPage(keys);
}

type Keys = { readonly [name in (typeof names)[number]]?: unknown };

const names = [
  'path',
  'id',
  'title',
  'nth',
  'published',
  'updated',
  'gone',
  'feeds',
  'file',
  'said',
  'sketch',
  'feed',
  'page',
  'to',
] as const;

function readEntry(keys: Keys): Remembered | { readonly reason: string } {
  const { path, id, nth = 0, title, file, said, sketch, feeds } = keys;
  if (typeof path !== 'string' || path === '') return { reason: 'it has no "path"' };
  if (typeof id !== 'string' || !permanent.test(id))
    return { reason: 'its "id" is not an absolute IRI in ASCII' };
  if (typeof nth !== 'number' || !Number.isSafeInteger(nth) || nth < 0)
    return { reason: 'its "nth" is not a whole number from 1' };
  // Built up, not put together of parts: there may be a hundred thousand of them.
  const entry: { -readonly [Key in keyof Remembered]: Remembered[Key] } = { id, path, nth };
  for (const name of moments) {
    const moment = instant(keys[name]);
    if (moment === undefined) continue;
    if (Number.isNaN(moment)) return { reason: `its "${name}" is not a date as 2026-05-06T10:00:00Z` };
    entry[name] = moment;
  }
  if (entry.updated === undefined && entry.published !== undefined) entry.updated = entry.published;
  if (Array.isArray(feeds)) entry.feeds = feeds.filter((feed) => typeof feed === 'string');
  if (typeof file === 'string' && typeof said === 'string' && typeof sketch === 'string')
    entry.print = typeof title === 'string' ? { file, said, title, sketch } : { file, said, sketch };
  return entry;
}

const moments = ['published', 'updated', 'gone'] as const;

function readPage({ feed, page, to }: Keys): ClosedPage | { readonly reason: string } {
  const usable = typeof feed === 'string' && isCount(page) && (to === 0 || isCount(to));
  return usable ? { feed, page, to } : { reason: 'it needs "feed", "page" and "to"' };
}

const permanent = /^[a-z][a-z\d+.-]*:[!-~]+$/i;

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

/** Nothing where nothing is stated; not a number where it cannot be read. */
function instant(value: unknown): Instant | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
}
