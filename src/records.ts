import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Circumstances, Selection } from './feed/select.js';
import type { Candidate } from './ledger/candidate.js';
import { isUndated } from './ledger/dates.js';
import { Ledger, type Recollection, type Unsaved } from './ledger/ledger.js';
import type { ClosedPage } from './ledger/lines.js';
import { wholeSeconds } from './ledger/moments.js';
import type { Remembered } from './ledger/remembered.js';
import { settle } from './ledger/settle.js';
import type { Problem } from './problems.js';

/** Where the ledger is kept from run to run. */
export interface Memory {
  /** The path of the ledger, as people are told it. */
  readonly name: string;
  /** The text of the ledger where it is not what was last read or saved here. */
  readonly read: () => { readonly text?: string; readonly problems: readonly Problem[] };
  /** Saves durably, or says that it did not. */
  readonly save: (change: Unsaved) => Promise<Saving>;
  /** Puts lines away, durably, that cannot be used. */
  readonly reject: (lines: string) => Promise<Saving>;
  /** Stamp of the file, as it was last read or saved here; nothing where it is not known. */
  readonly stamp?: () => string | undefined;
  /** Whether the file is still what it was: then it need not be read. */
  readonly assume?: (stamp: string) => boolean;
  /** When files were first seen, where somebody keeps their history. */
  readonly firstSeen: (paths: ReadonlySet<string>) => Promise<ReadonlyMap<string, Instant>>;
}

/** Whether something was saved, and what kept it from being. */
export interface Saving {
  readonly saved: boolean;
  readonly problems: readonly Problem[];
}

/** Most withdrawals that a feed tells of: after a great clearance a feed must not consist of them. */
const mostWithdrawn = 1000;

const day = 86_400_000;

/** How long after a file was copied its removal makes the copy a move: programs that bring folders in step copy first. */
const youth = 600_000;

/** The ledger of a folder: kept in step with its file, and asked what was before. */
export class Records {
  readonly #config: ResolvedConfig;
  readonly #memory: Memory;
  readonly #ledger: Ledger;
  #rejected = '';
  /** When entries were first published that are young yet. */
  readonly #born = new Map<string, Instant>();
  /** Paths of public entries of which it is not known whether their article is there. */
  #doubtful: readonly string[] = [];

  constructor(config: ResolvedConfig, memory: Memory) {
    this.#config = config;
    this.#memory = memory;
    this.#ledger = new Ledger(memory.name);
  }

  /**
   * Takes over what an earlier run knew, where the ledger's file is still what it was then.
   *
   * @param stamp of the file then
   * @param doubtful paths of public entries whose article was not public
   * @returns whether it was
   */
  recall(stamp: string, recollection: Recollection, doubtful: readonly string[]): boolean {
    if (!this.#memory.assume?.(stamp)) return false;
    this.#ledger.recall(recollection);
    this.#doubtful = doubtful;
    return true;
  }

  /** Stamp of the ledger's file, where that holds all that is known. */
  get stamp(): string | undefined {
    return this.#ledger.isSaved ? this.#memory.stamp?.() : undefined;
  }

  /** What else a later run has to know of the ledger. */
  get state(): {
    readonly stamp: string;
    readonly loose: number;
    readonly last: number;
    readonly latest: Instant;
  } {
    const { loose, latest } = this.#ledger;
    return { stamp: this.stamp ?? '', loose, last: this.#ledger.next() - 1, latest };
  }

  /** Entries and full archive pages for a later run: all, or those that may not be what they were when this was asked last. */
  keeping(isWhole: boolean): {
    readonly entries: Iterable<Remembered>;
    readonly pages: Iterable<ClosedPage>;
  } {
    const { entries, pages } = this.#ledger.takeUnkept();
    if (isWhole) return { entries: this.#ledger.all(), pages: this.#ledger.pages() };
    // What was kept with its article goes with that; it is not gone.
    return { entries: new Set([...entries, ...this.#entriesAt(this.#doubtful)]), pages };
  }

  /** What is remembered of the entry whose article lies at a path. */
  readonly entryAt = (path: string): Remembered | undefined => this.#ledger.at(path);

  /**
   * What is remembered of an article as public. What is out stays out, though the clock be put back, or its file be given
   * a name with a date to come: so where either may be the case, also of an article that lies elsewhere now.
   */
  publicBefore(at: Instant): (candidate: Candidate) => Remembered | undefined {
    const isBehind = this.#ledger.latest > at;
    let byFile: ReadonlyMap<string | undefined, Remembered> | undefined;
    return ({ path, card, print }) => {
      const entry = this.#ledger.at(path);
      const isToCome = card.published !== undefined && card.published > at;
      if (entry || !isToCome || !(isBehind || card.found.published?.in === 'path')) return entry;
      byFile ??= new Map([...this.#ledger.live()].map((one) => [one.print?.file, one]));
      return byFile.get(print.file);
    };
  }

  /**
   * Takes in what somebody else wrote into the ledger: an earlier run, a merge, a hand.
   *
   * @returns whether there was anything, so that nothing that was known of entries can be relied on
   */
  refresh(): { readonly isAnew: boolean; readonly problems: readonly Problem[] } {
    const { text, problems } = this.#memory.read();
    if (text === undefined) return { isAnew: false, problems };
    const loaded = this.#ledger.load(text);
    this.#rejected = loaded.rejected;
    return { isAnew: true, problems: [...problems, ...loaded.problems] };
  }

  /**
   * Brings the ledger up to what is public; see `settle`.
   *
   * @param candidates articles that are to be public, as far as they may not be what they were
   * @param vacant paths at which nothing is to be public, as far as something may have been; everywhere else where left out
   * @param isKnown whether it is known what lies at a path
   * @param publicAt the article that is public at a path
   * @returns what is wrong, and the paths whose entries may not be what they were
   */
  async settle(
    candidates: readonly Candidate[],
    vacant: Iterable<string> | undefined,
    at: Instant,
    isKnown: (path: string) => boolean,
    publicAt: (path: string) => Candidate | undefined,
  ): Promise<{ readonly problems: readonly Problem[]; readonly touched: ReadonlySet<string> }> {
    const undated = candidates.filter(({ path, card }) => !this.#ledger.at(path) && isUndated(card));
    const paths = new Set(undated.map(({ path }) => path));
    const firstSeen = paths.size > 0 ? await this.#memory.firstSeen(paths) : new Map<string, Instant>();
    const last = this.#ledger.next();
    const doubted = vacant ? this.#entriesAt([...vacant, ...this.#doubtful]) : [...this.#ledger.live()];
    const young = () => this.#entriesBorn(at).flatMap(({ path }) => publicAt(path) ?? []);
    const problems = settle(this.#ledger, candidates, { at, doubted, isKnown, young, firstSeen });
    this.#noteBirths(last, candidates, at);
    this.#doubtful = doubted
      .map(({ path }) => path)
      .filter((path) => this.#ledger.at(path) && !publicAt(path));
    return { problems, touched: this.#ledger.takeTouched() };
  }

  #entriesAt(paths: Iterable<string>): Remembered[] {
    return [...new Set(paths)].flatMap((path) => this.#ledger.at(path) ?? []);
  }

  /** Entries that are young yet. */
  #entriesBorn(at: Instant): Remembered[] {
    const young = [...this.#born].filter(([, then]) => at - then <= youth);
    return young.flatMap(([id]) => this.#ledger.byId(id) ?? []);
  }

  #noteBirths(first: number, candidates: readonly Candidate[], at: Instant): void {
    for (const [id, then] of this.#born) if (at - then > youth) this.#born.delete(id);
    if (this.#ledger.next() === first) return;
    for (const { path } of candidates) {
      const entry = this.#ledger.at(path);
      if (entry && entry.nth >= first) this.#born.set(entry.id, at);
    }
  }

  /**
   * What was before: how far the full archive pages of each feed reach, and what was withdrawn for so short a time that
   * feeds still tell of it, the latest first; and when the next of that is told of no more.
   */
  circumstances(
    at: Instant,
  ): Pick<Circumstances, 'closed' | 'withdrawn' | 'withdrawnFrom'> & { readonly next: Instant } {
    const recent = [...this.#ledger.away()]
      .filter(({ gone = 0 }) => gone > at - this.#keeping)
      .sort((a, b) => (b.gone ?? 0) - (a.gone ?? 0) || (a.id < b.id ? -1 : 1));
    return {
      closed: (folder) => this.#ledger.closed(folder),
      withdrawn: (folder) =>
        recent
          .filter(({ feeds }) => folder === '' || feeds?.includes(folder))
          .slice(0, mostWithdrawn)
          .map(({ id, gone = at }) => ({ id, at: wholeSeconds(gone) })),
      withdrawnFrom: recent.flatMap(({ feeds = [] }) => feeds),
      next: (recent.at(-1)?.gone ?? Infinity) + this.#keeping,
    };
  }

  /** Remembers which group feeds each entry is in, and how far the pages of the archives reach. */
  shelve({ memberships, closed }: Pick<Selection, 'memberships' | 'closed'>): void {
    for (const [id, feeds] of memberships) {
      const entry = this.#ledger.byId(id);
      if (entry && String(entry.feeds) !== String(feeds)) this.#ledger.put({ ...entry, feeds });
    }
    for (const [feed, reaches] of closed)
      for (const [index, to] of reaches.entries()) this.#ledger.close({ feed, page: index + 1, to });
  }

  /** Saves what is new. What cannot be saved now is saved with what comes next. */
  async save(): Promise<readonly Problem[]> {
    if (this.#rejected !== '') {
      const { saved, problems } = await this.#memory.reject(this.#rejected);
      if (!saved) return problems;
      this.#rejected = '';
    }
    const change = this.#ledger.unsaved();
    if (!change) return [];
    const { saved, problems } = await this.#memory.save(change);
    if (saved) this.#ledger.saved(change);
    return problems;
  }

  get #keeping(): number {
    return this.#config.tombstones * day;
  }
}
