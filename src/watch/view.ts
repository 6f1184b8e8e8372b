import { folded } from '../characters.js';
import { compare, type Known, liesIn } from '../disk/changes.js';
import type { Follow } from '../disk/links.js';
import { type ListOptions, listSources } from '../disk/list.js';
import { look } from '../disk/look.js';
import { identityOfRoot } from '../disk/root.js';
import type { Skip } from '../disk/skip.js';
import type { Change, Source } from '../disk/source.js';
import type { Listing } from '../disk/walk.js';
import { type Problem, problem } from '../problems.js';
import { Settling } from './settling.js';

/** How the articles folder is to be looked at. Times are in milliseconds. */
export interface ViewOptions {
  /** Absolute path of the articles folder. */
  readonly articles: string;
  readonly skip: Skip;
  /** How far links are followed; not at all where left out. */
  readonly follow?: Follow | undefined;
  /** How long a file has to stay the same before it is read. */
  readonly settle: number;
  /** Between two scans of the whole folder, where events tell of changes as well. */
  readonly rescan: number;
  readonly onProblem: (problem: Problem) => void;
}

/** How long settled changes wait at most for those that came with them. */
const patience = 2000;

/** Between two looks at whether the articles folder is there, and from a doubt to the scan that clears it. */
const soon = 1000;

/** With hints of so many paths the whole folder is scanned: that costs no more than to follow them. */
const many = 1000;

/** With so many hints, be they of one path, it is scanned as well: others may have been lost, as the system keeps few. */
const flood = 8000;

/** One part in so many of the time may go into scans that nobody asked for. */
const share = 75;

/** And where events tell of changes, so that scans hardly ever find any, one in so many. */
const idle = 500;

const none: ReadonlyMap<string, string> = new Map();

/**
 * What is known of the articles folder, and what of it has yet to settle. Events are hints of where to look; the
 * folder itself is the truth, and a scan of all of it now and then catches what no event told.
 */
export class View {
  readonly #options: ViewOptions;
  readonly #settling: Settling;
  readonly #sources = new Map<string, Source>();
  readonly #hints = new Set<string>();
  /** How many hints there were since the last look, be they of one path. */
  #hinted = 0;
  #folders: ReadonlyMap<string, string> = new Map();
  #unreadable: ReadonlySet<string> = new Set();
  /** Links that are followed. No event tells of what lies behind them, and a look at a few paths does not follow them. */
  #links: ReadonlySet<string> = new Set();
  #told = new Set<string>();
  #hearing = true;
  #away = false;
  #scanAt = 0;
  #scanTook = 0;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.#settling = new Settling(options.settle, patience);
  }

  /** Every folder there is to listen to, with its identity; none while the articles folder is away. */
  get folders(): ReadonlyMap<string, string> {
    return this.#away ? none : this.#folders;
  }

  /** Takes files for known, before the first look. */
  recall(sources: Known): void {
    for (const path of sources.keys()) {
      const source = sources.get(path);
      if (source) this.#sources.set(path, source);
    }
  }

  /** Takes note of paths that may not be as they were. */
  hint(paths: readonly string[]): void {
    for (const path of paths) this.#hints.add(path);
    this.#hinted += paths.length;
  }

  /** No more hints will come: scans have to do. */
  goDeaf(): void {
    this.#hearing = false;
    this.rescan();
  }

  /** The next look is at the whole folder. */
  rescan(): void {
    this.#scanAt = 0;
  }

  /**
   * Looks where something may have changed.
   *
   * @param now milliseconds of `performance.now()`
   * @returns the changes that have settled; nothing while it is worth waiting, or the articles folder is away
   */
  look(now: number): Change[] | undefined {
    const identity = identityOfRoot(this.#options.articles);
    const isFlooded = this.#hints.size >= many || this.#hinted >= flood;
    if (identity !== this.#folders.get('') || isFlooded || this.#isWide(now)) this.rescan();
    this.#hinted = 0;
    const there = identity !== undefined && (now < this.#scanAt ? this.#glance(now) : this.#scan(now));
    this.#tellOfRoot(there);
    return there ? this.#settling.take(now) : undefined;
  }

  /** When to look again, if nothing stirs before. */
  next(now: number): number {
    return this.#away ? now + soon : Math.min(now + soon, this.#scanAt, this.#settling.next());
  }

  /** Takes changes for known, once they are dealt with. */
  accept(changes: readonly Change[]): void {
    for (const { path, source } of changes) {
      if (source === undefined) this.#sources.delete(path);
      else this.#sources.set(path, source);
    }
  }

  /** Whether it is known what lies at a path: not while it is being written, or cannot be looked at. */
  isKnown(path: string): boolean {
    return !this.#settling.waits(path) && !liesIn(path, this.#unreadable);
  }

  /** Looks at the whole folder; false where it cannot be had. */
  #scan(now: number): boolean {
    const { articles, rescan } = this.#options;
    const listing = listSources(articles, this.#listing);
    const there = !listing.unreadable.has('') && !this.#isUnmounted(listing);
    if (there) this.#compare(listing, now);
    this.#scanTook = performance.now() - now;
    const isTold = this.#hearing && this.#links.size === 0;
    this.#scanAt =
      now + (isTold ? Math.max(rescan, idle * this.#scanTook) : Math.min(rescan, this.#fairPause()));
    return there;
  }

  #compare(listing: Listing, now: number): void {
    const isFirst = this.#folders.size === 0;
    // What an earlier run knew of places that cannot be looked at counts for nothing.
    const changes = compare(this.#sources, listing.sources, isFirst ? undefined : listing.unreadable);
    // At the start, a file that has not been written to for long enough needs no second look.
    const sinceOf = ({ source }: Change) => now - Math.max(0, Date.now() - (source?.modified ?? 0));
    this.#settling.sample([...this.#settling.paths], changes, now, isFirst ? sinceOf : undefined);
    this.#hints.clear();
    this.#folders = listing.folders;
    this.#unreadable = listing.unreadable;
    this.#links = listing.links;
    const told = this.#told;
    this.#told = new Set();
    this.#tell(listing.problems, told);
  }

  /** Looks where there are hints, and where second samples are due. */
  #glance(now: number): boolean {
    const paths = new Set([...this.#hints, ...this.#settling.due(now)]);
    if (paths.size === 0) return true;
    this.#hints.clear();
    const known = { sources: this.#sources, folders: this.#folders, links: this.#links };
    const seen = look(this.#options.articles, known, paths, this.#listing);
    this.#settling.sample(paths, seen.changes, now);
    if (seen.isLinked) this.rescan();
    if (seen.folders !== this.#folders) this.#scanAt = Math.min(this.#scanAt, now + this.#fairPause());
    this.#folders = seen.folders;
    this.#tell(seen.problems, this.#told);
    return true;
  }

  /** Whether names or places are in question that only a look at the whole folder can tell. */
  #isWide(now: number): boolean {
    const looked = new Set([...this.#hints, ...this.#settling.due(now)]);
    if (looked.size === 0) return false;
    const names = new Set<string>();
    for (const path of new Set([...looked, ...this.#settling.paths])) {
      const name = folded(path);
      // Two names of one file, where the disk takes them for the same: it is found under the old one as well.
      if (names.has(name) || liesIn(path, this.#links)) return true;
      names.add(name);
    }
    return false;
  }

  get #listing(): ListOptions {
    const { skip, follow } = this.#options;
    return { skip, ...(follow && { follow }) };
  }

  /** Milliseconds to the next scan that costs no more than its share. */
  #fairPause(): number {
    return Math.max(soon, share * this.#scanTook);
  }

  /** An empty folder on another disk is the place where the disk with the articles was. */
  #isUnmounted({ sources, folders }: Listing): boolean {
    const deviceOf = (identity: string | undefined) => identity?.split(' ')[0];
    const before = deviceOf(this.#folders.get(''));
    return sources.size === 0 && this.#sources.size > 0 && before !== deviceOf(folders.get(''));
  }

  #tellOfRoot(there: boolean): void {
    if (there !== this.#away) return;
    this.#away = !there;
    const code = there ? 'articles-back' : 'articles-missing';
    this.#options.onProblem(problem(code, {}, { folder: this.#options.articles }));
  }

  /** Tells of each problem once, until it is gone and comes again. */
  #tell(problems: readonly Problem[], told: ReadonlySet<string>): void {
    for (const found of problems) {
      const key = `${found.code} ${found.path} ${found.message}`;
      if (!told.has(key) && !this.#told.has(key)) this.#options.onProblem(found);
      this.#told.add(key);
    }
  }
}
