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
import type { Document } from './render/document.js';
import { render, renderList } from './render/render.js';
import { weigh, weighEmpty } from './render/weigh.js';
import type { Report } from './report.js';
import { type ReadBytes, Stock } from './stock.js';

/** What the mill asks of the disk. */
export interface MillDisk {
  readonly read: ReadBytes;
  /** Makes the output folder hold these documents, and none that an earlier call wrote and this one does not. */
  readonly write: (documents: readonly Document[]) => Promise<Written>;
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
    const { candidates, withheld, next } = this.#stock.due(at, entryAt);
    const settled = await this.#records.settle(
      candidates,
      at,
      (path) => isKnown(path) && this.#stock.isKnown(path),
    );
    const proofs = this.#stock.publish(candidates, entryAt);
    const printed = this.#print(proofs, at);
    // Ids are remembered before a document that tells of them is written.
    const remembered = await this.#records.save();
    const documents = await this.#disk.write(printed.documents);
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
        ...printed.problems,
        ...remembered,
        ...documents.problems,
      ],
      documents,
    };
  }

  /** Selects the feeds, completes the entries that they show, and renders them. */
  #print(proofs: readonly Proof[], at: Instant): { documents: Document[]; problems: Problem[] } {
    const problems: Problem[] = [];
    const byId = new Map(proofs.map((proof) => [proof.headline.id, proof]));
    const shown = new Set<string>();
    const complete = ({ id }: Headline): Entry[] => {
      const proof = byId.get(id);
      if (!proof) return [];
      shown.add(proof.path);
      const print = this.#press.entry(proof);
      if (print.fresh) problems.push(...print.problems);
      return [print.entry];
    };
    const selection = this.#select(proofs, at, complete);
    this.#records.shelve(selection);
    const { feeds, pages } = selection;
    const whole = (feed: Feed<Headline>): Feed => ({ ...feed, entries: feed.entries.flatMap(complete) });
    const list = feeds.length > 1 ? [renderList(this.#config.title, feeds)] : [];
    const documents = [...[...feeds, ...pages].flatMap((feed) => render(whole(feed))), ...list];
    this.#press.keep(shown);
    return { documents, problems };
  }

  #select(proofs: readonly Proof[], at: Instant, complete: (headline: Headline) => Entry[]): Selection {
    return select(
      proofs.map(({ headline }) => headline),
      this.#config,
      {
        closed: (folder) => this.#records.closed(folder),
        withdrawn: this.#records.withdrawn(at),
        weigh: (headline) => complete(headline).reduce((sum, entry) => sum + weigh(entry), 0),
        weighEmpty,
      },
    );
  }
}
