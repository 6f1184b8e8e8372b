import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change } from './disk/source.js';
import type { Written } from './disk/written.js';
import type { Headline } from './entry/entry.js';
import { Press, type Proof } from './entry/press.js';
import type { Feed } from './feed/feed.js';
import { select } from './feed/select.js';
import type { Problem } from './problems.js';
import type { Document } from './render/document.js';
import { render, renderList } from './render/render.js';
import type { Report } from './report.js';
import { type ReadBytes, Stock } from './stock.js';

/** What the mill asks of the disk. */
export interface MillDisk {
  readonly read: ReadBytes;
  /** Makes the output folder hold these documents, and none that an earlier call wrote and this one does not. */
  readonly write: (documents: readonly Document[]) => Promise<Written>;
}

/**
 * The pipeline. A one-shot build is its first turn, with every file as a change; each later turn takes what changed
 * since, and leaves the same documents as a build from nothing would.
 */
export class Mill {
  readonly #config: ResolvedConfig;
  readonly #disk: MillDisk;
  readonly #now: () => Instant;
  readonly #stock: Stock;
  readonly #press: Press;

  /**
   * @param config made at the door
   * @param disk reads articles and writes documents
   * @param now the clock
   */
  constructor(config: ResolvedConfig, disk: MillDisk, now: () => Instant) {
    this.#config = config;
    this.#disk = disk;
    this.#now = now;
    this.#stock = new Stock(config, disk.read);
    this.#press = new Press(config, (path) => this.#stock.neighbour(path));
  }

  /** Takes the changed sources, reads them, publishes them, selects the feeds, renders, writes what differs. */
  async turn(changes: readonly Change[]): Promise<Report> {
    const at = this.#now();
    const intake = this.#stock.take(changes);
    const { proofs, withheld, problems } = this.#stock.publish(at);
    const feeds = select(
      proofs.map(({ headline }) => headline),
      this.#config,
    );
    const printed = this.#print(feeds, proofs);
    const list = feeds.length > 1 ? [renderList(this.#config.title, feeds)] : [];
    const documents = await this.#disk.write([...printed.feeds.flatMap(render), ...list]);
    const read = new Set(intake.read);
    return {
      at,
      milliseconds: this.#now() - at,
      read: intake.read,
      gone: intake.gone,
      articles: this.#stock.size,
      entries: proofs.length,
      withheld: withheld.filter(({ path }) => read.has(path)),
      problems: [
        ...intake.problems,
        ...problems.filter(({ path }) => path !== undefined && read.has(path)),
        ...printed.problems,
        ...documents.problems,
      ],
      documents,
    };
  }

  /** Completes the entries that feeds show. */
  #print(feeds: readonly Feed<Headline>[], proofs: readonly Proof[]): { feeds: Feed[]; problems: Problem[] } {
    const problems: Problem[] = [];
    const byId = new Map(proofs.map((proof) => [proof.headline.id, proof]));
    const shown = new Set<string>();
    const complete = feeds.map((feed) => ({
      ...feed,
      entries: feed.entries.flatMap(({ id }) => {
        const proof = byId.get(id);
        if (!proof) return [];
        shown.add(proof.path);
        const print = this.#press.entry(proof);
        if (print.fresh) problems.push(...print.problems);
        return [print.entry];
      }),
    }));
    this.#press.keep(shown);
    return { feeds: complete, problems };
  }
}
