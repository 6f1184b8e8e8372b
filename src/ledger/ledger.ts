import type { Instant } from '../article/article.js';
import { type Beneath, Layered } from '../layered.js';
import type { Problem } from '../problems.js';
import { ClosedPages } from './closed-pages.js';
import { type ClosedPage, entryLine, pageLine, wholeText } from './lines.js';
import { Peers } from './peers.js';
import type { Remembered } from './remembered.js';
import { readText } from './text.js';

/** What has to go into the file: some lines more, or all of it anew. */
export type Unsaved = { readonly append: string } | { readonly whole: string };

/** What is known to be in the file of the ledger. */
export interface Recollection {
  /** The public entries, by path. */
  readonly live: Beneath<Remembered>;
  readonly pathsById: () => ReadonlyMap<string, string>;
  /** All other entries, and public ones whose article is not known. */
  readonly others: Iterable<Remembered>;
  readonly pages: Iterable<ClosedPage>;
  readonly loose: number;
  readonly last: number;
  readonly latest: Instant;
}

/** Lines that may lie unsorted at the end before the file is sorted: at least so many, or one in so many. */
const fewLoose = 50;
const looseShare = 5;

/**
 * What is remembered of every entry there ever was, and of the archive pages that are full. It is kept as lines of
 * JSON, the last of one id counting, so that a change is one line more.
 */
export class Ledger {
  readonly #name: string;
  readonly #entries = new Layered<Remembered>();
  readonly #live = new Layered<Remembered>();
  readonly #away = new Map<string, Remembered>();
  readonly #pages = new ClosedPages();
  readonly #unsaved = new Set<Remembered['id'] | ClosedPage>();
  #touched = new Set<string>();
  readonly #peers = new Peers(this.#live);
  #unkept = { entries: new Set<string>(), pages: new Set<ClosedPage>() };
  #last = 0;
  #latest: Instant = Number.NEGATIVE_INFINITY;
  #isEmpty = true;
  #loose = 0;
  #spoilt = false;

  /** @param name the path of the file, as people are told it */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Takes in what the file holds. What was known already and is not in it stays known, and goes into it again.
   *
   * @returns lines that cannot be used, with what is wrong with them
   */
  load(text: string): { readonly rejected: string; readonly problems: readonly Problem[] } {
    const before = [...this.#entries.values()];
    const pages = [...this.#pages.all()];
    const pending = new Map(
      before.filter(({ id }) => this.#unsaved.has(id)).map((entry) => [entry.id, entry]),
    );
    for (const map of [this.#entries, this.#live, this.#away, this.#pages]) map.clear();
    for (const list of [this.#unkept.entries, this.#unkept.pages]) list.clear();
    this.#peers.age(Infinity);
    this.#unsaved.clear();
    const { entries, pages: closed, loose, rejected, problems } = readText(text, this.#name);
    for (const page of closed) this.#pages.set(page);
    for (const entry of entries.values()) {
      this.#entries.set(entry.id, entry);
      this.#reach(entry);
    }
    this.#isEmpty = entries.size === 0;
    this.#loose = loose;
    this.#place([...entries.values()].filter(({ nth }) => nth === 0).map(({ id }) => id));
    for (const entry of before) {
      const ours = pending.get(entry.id) ?? (this.#entries.has(entry.id) ? undefined : entry);
      if (ours) this.put(ours);
    }
    for (const page of pages) if (this.#pages.reach(page.feed, page.page) === undefined) this.close(page);
    this.#spoilt = rejected.length > 0;
    this.#settleLive();
    return { rejected: rejected.map((line) => `${line}\n`).join(''), problems };
  }

  /** The public entry whose article lies at a path. */
  at(path: string): Remembered | undefined {
    return this.#live.get(path);
  }

  /** The entry of an id, public or not. */
  byId(id: string): Remembered | undefined {
    return this.#entries.get(id);
  }

  /** All entries that are public. */
  live(): Iterable<Remembered> {
    return this.#live.values();
  }

  /** Some that are public, by which it is seen what many articles have in common. */
  peers(): readonly Remembered[] {
    return this.#peers.now();
  }

  /** All entries there ever were. */
  all(): Iterable<Remembered> {
    return this.#entries.values();
  }

  /** The entries that were withdrawn. */
  away(): Iterable<Remembered> {
    return this.#away.values();
  }

  /** Paths whose public entry may have changed since this was asked last. */
  takeTouched(): ReadonlySet<string> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  /** The entries and pages that may not be what they were when this was asked last. */
  takeUnkept(): { readonly entries: readonly Remembered[]; readonly pages: readonly ClosedPage[] } {
    const { entries, pages } = this.#unkept;
    this.#unkept = { entries: new Set(), pages: new Set() };
    return { entries: [...entries].flatMap((id) => this.#entries.get(id) ?? []), pages: [...pages] };
  }

  /** All archive pages that are full. */
  pages(): Iterable<ClosedPage> {
    return this.#pages.all();
  }

  /** Lines that lie unsorted at the end of the file. */
  get loose(): number {
    return this.#loose;
  }

  /** Takes over what is known to be in the file, without reading it. */
  recall({ live, pathsById, others, pages, loose, last, latest }: Recollection): void {
    let byId: ReadonlyMap<string, string> | undefined;
    const pathOf = (id: string) => {
      byId ??= pathsById();
      return byId.get(id);
    };
    this.#live.layUpon(live);
    this.#entries.layUpon({
      size: live.size,
      has: (id) => pathOf(id) !== undefined,
      get: (id) => {
        const path = pathOf(id);
        return path === undefined ? undefined : this.#live.get(path);
      },
      keys: () => {
        byId ??= pathsById();
        return byId.keys();
      },
    });
    for (const entry of others) {
      this.#entries.set(entry.id, entry);
      if (entry.gone === undefined) this.#live.set(entry.path, entry);
      else this.#away.set(entry.id, entry);
    }
    for (const page of pages) this.#pages.set(page);
    this.#isEmpty = this.#entries.size === 0;
    this.#loose = loose;
    this.#last = last;
    this.#latest = latest;
  }

  /** The latest date of any entry; the clock was right when it was later. */
  get latest(): Instant {
    return this.#latest;
  }

  /** The place of the next entry that is first published. */
  next(): number {
    return this.#last + 1;
  }

  /** Remembers an entry, in place of what was remembered under its id. */
  put(entry: Remembered): void {
    // Most often it lies where it lay: then nothing has to be searched.
    const here = this.#live.get(entry.path);
    const before = here?.id === entry.id ? here : this.#entries.get(entry.id);
    if (before && this.#live.get(before.path) === before) this.#live.delete(before.path);
    if (before) this.#entries.replace(entry.id, entry);
    else this.#entries.set(entry.id, entry);
    if (entry.gone === undefined) {
      this.#live.set(entry.path, entry);
      this.#away.delete(entry.id);
    } else {
      this.#away.set(entry.id, entry);
    }
    for (const { path } of before ? [before, entry] : [entry]) this.#touched.add(path);
    this.#reach(entry);
    this.#unsaved.add(entry.id);
    this.#unkept.entries.add(entry.id);
    this.#peers.age(1);
  }

  /** How far the full archive pages of a feed reach: the `nth` of the last entry of each, page by page. */
  closed(feed: string): readonly number[] {
    return this.#pages.of(feed);
  }

  /** Remembers that an archive page is full. */
  close(page: ClosedPage): void {
    if (this.#pages.reach(page.feed, page.page) === page.to) return;
    this.#pages.set(page);
    this.#unsaved.add(page);
    this.#unkept.pages.add(page);
  }

  /** What is not in the file yet; nothing where it is all there. */
  unsaved(): Unsaved | undefined {
    const loose = this.#loose + this.#unsaved.size;
    const tooLoose = loose > Math.max(fewLoose, this.#entries.size / looseShare);
    if (this.#unsaved.size === 0 && !this.#spoilt && !tooLoose) return undefined;
    if (this.#isEmpty || this.#spoilt || tooLoose)
      return { whole: wholeText([...this.#entries.values()], [...this.#pages.all()]) };
    // In an order that does not tell in which one articles were looked at.
    const lines = [...this.#unsaved].map((changed) => this.#line(changed)).sort();
    return { append: lines.join('') };
  }

  /** Whether the file holds all that is known. */
  get isSaved(): boolean {
    return this.#unsaved.size === 0 && !this.#spoilt;
  }

  /** What `unsaved` gave is in the file now. */
  saved(change: Unsaved): void {
    if ('whole' in change) {
      this.#isEmpty = this.#entries.size === 0;
      this.#loose = 0;
      this.#spoilt = false;
    } else {
      this.#loose += this.#unsaved.size;
    }
    this.#unsaved.clear();
  }

  #reach({ nth, published }: Remembered): void {
    this.#last = Math.max(this.#last, nth);
    this.#latest = Math.max(this.#latest, published ?? this.#latest);
  }

  #line(changed: Remembered['id'] | ClosedPage): string {
    if (typeof changed !== 'string') return pageLine(changed);
    const entry = this.#entries.get(changed);
    return entry ? entryLine(entry) : '';
  }

  /** Gives lines that were written by hand their place: that of the entry which they supersede, else the next. */
  #place(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const byPath = new Map<string, Remembered>();
    for (const entry of this.#entries.values())
      if (entry.nth > 0 && entry.gone === undefined) byPath.set(entry.path, entry);
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (entry?.nth !== 0) continue;
      const before = byPath.get(entry.path);
      this.put(before ? { ...before, ...entry, nth: before.nth } : { ...entry, nth: this.next() });
      if (before) this.put({ ...before, gone: before.updated ?? before.published ?? 0 });
    }
  }

  /** Of two entries at one path, as a merge may leave them, the older keeps it. */
  #settleLive(): void {
    this.#live.clear();
    this.#away.clear();
    for (const entry of this.#entries.values()) {
      if (entry.gone !== undefined) {
        this.#away.set(entry.id, entry);
        continue;
      }
      const other = this.#live.get(entry.path);
      if (!other || other.nth > entry.nth) this.#live.set(entry.path, entry);
      if (!other) continue;
      const goes = other.nth > entry.nth ? other : entry;
      const gone = { ...goes, gone: goes.updated ?? goes.published ?? 0 };
      this.#entries.set(goes.id, gone);
      this.#away.set(goes.id, gone);
      this.#unsaved.add(goes.id);
    }
  }
}
