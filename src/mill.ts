import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change } from './disk/source.js';
import type { Written } from './disk/written.js';
import { select } from './feed/select.js';
import { Printer } from './printer.js';
import { type Memory, Records } from './records.js';
import type { Sheet } from './render/document.js';
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
  readonly #printer: Printer;

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
    this.#printer = new Printer(config, (path) => this.#stock.neighbour(path));
  }

  /**
   * Takes the changed sources, reads them, publishes them, selects the feeds, renders, writes what differs.
   *
   * @param isKnown whether it is known what lies at a path of the folder; where it is not, what lay there is not gone
   */
  async turn(changes: readonly Change[], isKnown: (path: string) => boolean = () => true): Promise<Report> {
    const at = this.#now();
    const intake = await this.#stock.take(changes);
    const loaded = this.#records.refresh();
    const entryAt = this.#records.entryAt;
    const { candidates, withheld, next } = this.#stock.due(at, this.#records.publicBefore(at));
    const settled = await this.#records.settle(
      candidates,
      at,
      (path) => isKnown(path) && this.#stock.isKnown(path),
    );
    const proofs = this.#stock.publish(candidates, entryAt);
    const printing = this.#printer.begin(proofs);
    const circumstances = this.#records.circumstances(at);
    const selection = select(
      proofs.map(({ headline }) => headline),
      this.#config,
      {
        ...circumstances,
        ...printing,
      },
    );
    this.#records.shelve(selection);
    // Ids are remembered before a document that tells of them is written.
    const remembered = await this.#records.save();
    const documents = await this.#disk.write(printing.sheets(selection));
    printing.end();
    const read = new Set(intake.read);
    const ofRead = ({ path }: { readonly path?: string }) => path !== undefined && read.has(path);
    const change = Math.min(next, circumstances.next);
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
}
