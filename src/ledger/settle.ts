import type { Instant } from '../article/article.js';
import { pathId, statedId } from '../entry/identity.js';
import { type Problem, problem } from '../problems.js';
import type { Candidate } from './candidate.js';
import { firstDate, isUndated, restatedDate, statedUpdate } from './dates.js';
import type { Ledger } from './ledger.js';
import { match } from './match.js';
import { wholeSeconds, written } from './moments.js';
import type { Remembered } from './remembered.js';

/** What there is to know beside the articles. */
export interface Circumstances {
  readonly at: Instant;
  /** Public entries whose article may have gone: of all others it lies where it lay, and is public. */
  readonly doubted: Iterable<Remembered>;
  /** Whether it is known what lies at a path; where it is not, nothing is taken for withdrawn. */
  readonly isKnown: (path: string) => boolean;
  /** The articles of entries that were first published just now. */
  readonly young: () => readonly Candidate[];
  /** When a file was first seen by whoever keeps its history, if anybody does. */
  readonly firstSeen: ReadonlyMap<string, Instant>;
}

/**
 * Brings the ledger up to what is public now: finds the entry of each article, wherever it lay before, makes one for
 * each new article, moves `updated` where the author changed something, and withdraws the entries that are left.
 *
 * @param candidates the articles that are to be public: those that are new here or not what they were, or all
 * @returns what is wrong with ids and dates
 */
export function settle(
  ledger: Ledger,
  candidates: readonly Candidate[],
  circumstances: Circumstances,
): readonly Problem[] {
  const { at } = circumstances;
  const problems: Problem[] = [];
  const { moved, fresh, lost } = match(ledger, candidates, circumstances);
  // First out, then in: an article may move to where another one lay.
  for (const entry of lost) ledger.put({ ...entry, gone: at });
  for (const { entry } of moved) if (entry.gone === undefined) ledger.put({ ...entry, gone: at });
  for (const { candidate, entry } of moved)
    ledger.put(renewed({ ...entry, path: candidate.path }, candidate, at));
  for (const candidate of new Set([...candidates, ...moved.map(({ candidate }) => candidate)])) {
    const entry = ledger.at(candidate.path);
    if (!entry) continue;
    const now = followingId(ledger, renewed(entry, candidate, at), candidate, problems);
    if (now.id !== entry.id) ledger.put({ ...entry, gone: at });
    if (now !== entry) ledger.put(now);
  }
  // A clock that is behind what is remembered is no clock to date articles by.
  const dating = { ...circumstances, at: Math.max(at, ledger.latest) };
  for (const candidate of inOrder(fresh, dating)) {
    problems.push(...publishFirst(ledger, candidate, dating));
  }
  return problems;
}

/** The entry as its article now says; the very same where it says nothing new. */
function renewed(entry: Remembered, { card, print, modified }: Candidate, at: Instant): Remembered {
  const published = restatedDate(card) ?? entry.published ?? firstDate(card, modified, at);
  const same = !entry.print || entry.print.file === print.file || entry.print.said === print.said;
  const before = entry.updated ?? published;
  const updated = Math.max(published, statedUpdate(card, at) ?? (same ? before : later(before, at)));
  const isSame =
    entry.gone === undefined &&
    published === entry.published &&
    updated === entry.updated &&
    entry.print?.file === print.file;
  if (isSame) return entry;
  const { gone: _, ...rest } = entry;
  return { ...rest, published, updated, print };
}

/**
 * An id that the article states and that can stand as it is counts at any time; one that has to be made is made once.
 * An id that another entry has, or had, stays with that one.
 */
function followingId(
  ledger: Ledger,
  entry: Remembered,
  candidate: Candidate,
  problems: Problem[],
): Remembered {
  const { card } = candidate;
  if (card.id === undefined || card.id === entry.id) return entry;
  const id = statedId(card);
  if (id === undefined || id === entry.id) return entry;
  const holder = ledger.byId(id);
  // What was its own id before may be its id again.
  if (holder?.gone !== undefined && holder.path === entry.path) return { ...entry, id };
  if (holder) problems.push(taken(candidate, holder));
  return holder || id !== card.id ? entry : { ...entry, id };
}

function publishFirst(ledger: Ledger, candidate: Candidate, circumstances: Circumstances): Problem[] {
  const { path, card, print } = candidate;
  const problems: Problem[] = [];
  const stated = statedId(card);
  const holder = stated === undefined ? undefined : ledger.byId(stated);
  if (holder) problems.push(taken(candidate, holder));
  const published = firstPublished(candidate, circumstances);
  if (isUndated(card)) {
    problems.push(problem('date-missing', { path }, { date: written(published) }));
  }
  const { at } = circumstances;
  const updated = statedUpdate(card, at) ?? published;
  ledger.put({
    id: stated === undefined || holder ? freeId(ledger, path) : stated,
    path,
    nth: ledger.next(),
    published,
    updated: Math.max(published, updated),
    print,
  });
  return problems;
}

/** The id of the path; where another entry has or had it, the next one made of it. */
function freeId(ledger: Ledger, path: string): string {
  for (let attempt = 0; ; attempt++) {
    const id = pathId(path, attempt);
    if (!ledger.byId(id)) return id;
  }
}

/** New entries in the order of their dates, so that archives fill oldest first, and the older keeps an id that two claim. */
function inOrder(fresh: readonly Candidate[], circumstances: Circumstances): Candidate[] {
  return fresh
    .map((candidate) => ({ candidate, published: firstPublished(candidate, circumstances) }))
    .sort((a, b) => a.published - b.published || (a.candidate.path < b.candidate.path ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function firstPublished({ path, card, modified }: Candidate, { at, firstSeen }: Circumstances): Instant {
  return firstDate(card, firstSeen.get(path) ?? modified, at);
}

/** Now, in whole seconds; where the clock was put back, just after what was before. */
function later(before: Instant, at: Instant): Instant {
  return Math.max(wholeSeconds(at), before + 1000);
}

function taken({ path, card }: Candidate, holder: Remembered): Problem {
  const line = card.idLine;
  const place = { path, ...(line !== undefined && { line }) };
  return problem('id-taken', place, { id: card.id ?? '', other: holder.path });
}
