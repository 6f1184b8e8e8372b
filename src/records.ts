import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Withdrawal } from './feed/feed.js';
import type { Selection } from './feed/select.js';
import type { Candidate } from './ledger/candidate.js';
import { isUndated } from './ledger/dates.js';
import { Ledger, type Unsaved } from './ledger/ledger.js';
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
  readonly save: (
    change: Unsaved,
  ) => Promise<{ readonly saved: boolean; readonly problems: readonly Problem[] }>;
  /** Puts lines away that cannot be used; whether they are safe. */
  readonly reject: (lines: string) => Promise<boolean>;
  /** When files were first seen, where somebody keeps their history. */
  readonly firstSeen: (paths: ReadonlySet<string>) => Promise<ReadonlyMap<string, Instant>>;
}

/** Most withdrawals that a feed tells of: after a great clearance a feed must not consist of them. */
const mostWithdrawn = 1000;

const day = 86_400_000;

/** The ledger of a folder: kept in step with its file, and asked what was before. */
export class Records {
  readonly #config: ResolvedConfig;
  readonly #memory: Memory;
  readonly #ledger: Ledger;
  #isFirst = true;
  #rejected = '';

  constructor(config: ResolvedConfig, memory: Memory) {
    this.#config = config;
    this.#memory = memory;
    this.#ledger = new Ledger(memory.name);
  }

  /** What is remembered of the entry whose article lies at a path. */
  readonly entryAt = (path: string): Remembered | undefined => this.#ledger.at(path);

  /** Takes in what somebody else wrote into the ledger: an earlier run, a merge, a hand. */
  refresh(): readonly Problem[] {
    const { text, problems } = this.#memory.read();
    if (text === undefined) return problems;
    const loaded = this.#ledger.load(text);
    this.#rejected = loaded.rejected;
    return [...problems, ...loaded.problems];
  }

  /** Brings the ledger up to what is public; see `settle`. */
  async settle(
    candidates: readonly Candidate[],
    at: Instant,
    isKnown: (path: string) => boolean,
  ): Promise<readonly Problem[]> {
    // A history is asked once, of what was there before the run: a file that comes later is first seen then.
    const undated = this.#isFirst
      ? candidates.filter(({ path, article }) => !this.#ledger.at(path) && isUndated(article))
      : [];
    this.#isFirst = false;
    const paths = new Set(undated.map(({ path }) => path));
    const firstSeen = paths.size > 0 ? await this.#memory.firstSeen(paths) : new Map<string, Instant>();
    return settle(this.#ledger, candidates, { at, isKnown, firstSeen });
  }

  /** How far the full archive pages of a feed reach. */
  closed(folder: string): readonly number[] {
    return this.#ledger.closed(folder);
  }

  /** What was withdrawn from each feed for so short a time that it still tells of it, the latest first. */
  withdrawn(at: Instant): (folder: string) => readonly Withdrawal[] {
    const recent = [...this.#ledger.all()]
      .filter(({ gone }) => gone !== undefined && gone > at - this.#keeping)
      .sort((a, b) => (b.gone ?? 0) - (a.gone ?? 0) || (a.id < b.id ? -1 : 1));
    return (folder) =>
      recent
        .filter(({ feeds }) => folder === '' || feeds?.includes(folder))
        .slice(0, mostWithdrawn)
        .map(({ id, gone = at }) => ({ id, at: Math.floor(gone / 1000) * 1000 }));
  }

  /** When the next withdrawal is told of no more; `Infinity` where there is none. */
  nextBurial(at: Instant): Instant {
    let next = Number.POSITIVE_INFINITY;
    for (const { gone } of this.#ledger.all())
      if (gone !== undefined && gone > at - this.#keeping) next = Math.min(next, gone + this.#keeping);
    return next;
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
    if (this.#rejected !== '' && !(await this.#memory.reject(this.#rejected))) return [];
    this.#rejected = '';
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
