import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change } from './disk/source.js';
import type { Written } from './disk/written.js';
import type { Entry, Headline } from './entry/entry.js';
import { Press, type Proof } from './entry/press.js';
import type { Feed } from './feed/feed.js';
import { type Selection, select } from './feed/select.js';
import type { Problem } from './problems.js';
import { type Memory, Records } from './records.js';
import type { Sheet } from './render/document.js';
import { listSheet, sheet } from './render/render.js';
import { weigh, weighEmpty } from './render/weigh.js';
import type { Report } from './report.js';
import { type ReadBytes, Stock } from './stock.js';

/** What the mill asks of the disk. */
export interface MillDisk {
  readonly read: ReadBytes;
  /** Makes the output folder hold these documents, and none that an earlier call wrote and this one does not. */
  readonly write: (sheets: readonly Sheet[]) => Promise<Written>;
  /** What is remembered from run to run. */
  readonly memory: Memory;
}

/**
 * The pipeline. A one-shot build is its first turn, with every file as a change; each later turn takes what changed
 * since, and leaves the same documents as a build from nothing with the same ledger would.
 */
export class Mill {
  readonly #config: ResolvedConfig;
  readonly #disk: MillDisk;
  readonly #now: () => Instant;
  readonly #stock: Stock;
  readonly #records: Records;
  readonly #press: Press;
  readonly #weights = new WeakMap<Headline, number>();
  /** What was printed and written last; nothing where that failed. */
  #printing: Pick<Printing, 'impressions'> | undefined;

  /**
   * @param config made at the door
   * @param disk reads articles, remembers, and writes documents
   * @param now the clock
   */
  constructor(config: ResolvedConfig, disk: MillDisk, now: () => Instant) {
    this.#config = config;
    this.#disk = disk;
    this.#now = now;
    this.#stock = new Stock(config, disk.read);
    this.#records = new Records(config, disk.memory);
    this.#press = new Press(config, (path) => this.#stock.neighbour(path));
  }

  /**
   * Takes the changed sources, reads them, publishes them, selects the feeds, renders, writes what differs.
   *
   * @param isKnown whether it is known what lies at a path of the folder; where it is not, what lay there is not gone
   */
  async turn(changes: readonly Change[], isKnown: (path: string) => boolean = () => true): Promise<Report> {
    const at = this.#now();
    const intake = this.#stock.take(changes);
    const loaded = this.#records.refresh();
    const entryAt = this.#records.entryAt;
    const { candidates, withheld, next } = this.#stock.due(at, this.#records.publicBefore(at));
    const settled = await this.#records.settle(
      candidates,
      at,
      (path) => isKnown(path) && this.#stock.isKnown(path),
    );
    const proofs = this.#stock.publish(candidates, entryAt);
    const printing = this.#print(proofs, at);
    // Ids are remembered before a document that tells of them is written.
    const remembered = await this.#records.save();
    const documents = await this.#disk.write(printing.sheets);
    this.#printing = { impressions: printing.impressions };
    const read = new Set(intake.read);
    const ofRead = ({ path }: { readonly path?: string }) => path !== undefined && read.has(path);
    const change = Math.min(next, this.#records.nextBurial(at));
    return {
      at,
      milliseconds: this.#now() - at,
      read: intake.read,
      gone: intake.gone,
      articles: this.#stock.size,
      entries: proofs.length,
      withheld: withheld.filter(ofRead),
      ...(change < Infinity && { next: change }),
      problems: [
        ...loaded,
        ...intake.problems,
        ...settled.filter(ofRead),
        ...proofs.flatMap(({ problems }) => problems).filter(ofRead),
        ...printing.problems,
        ...remembered,
        ...documents.problems,
      ],
      documents,
    };
  }

  /** Selects the feeds, and completes and renders them where they are not what they were. */
  #print(proofs: readonly Proof[], at: Instant): Printing {
    const before = this.#printing;
    this.#printing = undefined;
    const byId = new Map(proofs.map((proof) => [proof.headline.id, proof]));
    const problems: Problem[] = [];
    const print = (headline: Headline, keep: boolean): Entry[] => {
      const proof = byId.get(headline.id);
      if (!proof) return [];
      const { entry, problems: found, fresh } = this.#press.entry(proof, keep);
      if (fresh) problems.push(...found);
      return [entry];
    };
    const selection = this.#select(proofs, at, print);
    this.#records.shelve(selection);
    const { feeds, pages } = selection;
    const shown = new Set<Proof>();
    const impressions = new Map<string, Impression>();
    // Pages are many, and seldom change: their entries are completed again when one of them does.
    const sheetOf = (feed: Feed<Headline>, keep: boolean): Sheet => {
      const made = feed.entries.flatMap(({ id }) => byId.get(id) ?? []);
      for (const proof of made) shown.add(proof);
      const impression = { head: JSON.stringify({ ...feed, entries: [] }), made };
      impressions.set(feed.folder, impression);
      const isSame = this.#isSame(before?.impressions.get(feed.folder), impression);
      const whole = () => ({ ...feed, entries: feed.entries.flatMap((headline) => print(headline, keep)) });
      return sheet(feed, isSame, whole);
    };
    const ofFeeds = feeds.map((feed) => sheetOf(feed, true));
    const kept = new Set([...shown].map(({ path }) => path));
    const ofPages = [...pages].sort(byAge).map((feed) => sheetOf(feed, false));
    this.#press.keep(kept, new Set([...shown].map(({ path }) => path)));
    const listed = feeds.filter(({ folder, entries }) => folder === '' || entries.length > 0);
    const list = feeds.length > 1 ? [listSheet(this.#config.title, listed)] : [];
    return { sheets: [...ofPages, ...ofFeeds, ...list], impressions, problems };
  }

  /** Whether the documents of a feed are what they were: the same head, of the same entries. */
  #isSame(before: Impression | undefined, now: Impression): boolean {
    return (
      before !== undefined &&
      before.head === now.head &&
      before.made.length === now.made.length &&
      now.made.every((proof, index) => before.made[index] === proof && this.#press.isCurrent(proof))
    );
  }

  #select(
    proofs: readonly Proof[],
    at: Instant,
    print: (headline: Headline, keep: boolean) => Entry[],
  ): Selection {
    return select(
      proofs.map(({ headline }) => headline),
      this.#config,
      {
        closed: (folder) => this.#records.closed(folder),
        ...this.#records.withdrawn(at),
        weigh: (headline) => {
          const weight =
            this.#weights.get(headline) ??
            print(headline, false).reduce((sum, entry) => sum + weigh(entry), 0);
          this.#weights.set(headline, weight);
          return weight;
        },
        weighEmpty,
      },
    );
  }
}

/** Pages of one time lie together, so that an entry which several of them show is completed once for all. */
function byAge(one: Feed<Headline>, other: Feed<Headline>): number {
  return latestOf(one) - latestOf(other);
}

function latestOf({ entries }: Feed<Headline>): number {
  return entries.reduce((latest, { nth }) => Math.max(latest, nth), 0);
}

/** What a turn printed. */
interface Printing {
  readonly sheets: readonly Sheet[];
  /** By the folder of the feed. */
  readonly impressions: ReadonlyMap<string, Impression>;
  /** Grows while the sheets are rendered. */
  readonly problems: Problem[];
}

/** By what it is known whether the documents of a feed change. */
interface Impression {
  readonly head: string;
  readonly made: readonly Proof[];
}
