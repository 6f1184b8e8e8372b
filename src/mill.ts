import type { Instant } from './article/article.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change } from './disk/source.js';
import type { Written } from './disk/written.js';
import { type Proof, Proofs } from './entry/proofs.js';
import type { Neighbour } from './entry/references.js';
import { select } from './feed/select.js';
import { Shelf } from './feed/shelf.js';
import type { Remembered } from './ledger/remembered.js';
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
  readonly #proofs: Proofs;
  readonly #printer: Printer;
  /** What is public, under the paths of the articles. */
  readonly #shelf = new Shelf<Remembered>();
  /** When it was examined last; nothing where all of it has to be. */
  #examined: Instant | undefined;

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
    this.#proofs = new Proofs({ ...config, pattern: config.permalink });
    this.#printer = new Printer(config, {
      proofOf: (id) => this.#proofAt(this.#records.byId(id)?.path ?? ''),
      neighbours: (path) => this.#neighbour(path),
      open: (path) => this.#stock.article(path),
    });
  }

  /**
   * Takes the changed sources, reads them, publishes them, selects the feeds, renders, writes what differs.
   *
   * @param isKnown whether it is known what lies at a path of the folder; where it is not, what lay there is not gone
   */
  async turn(changes: readonly Change[], isKnown: (path: string) => boolean = () => true): Promise<Report> {
    const at = this.#now();
    const intake = this.#stock.take(changes);
    const ledger = this.#records.refresh();
    const settled = await this.#settle(intake.touched, ledger.isAnew, at, isKnown);
    this.#proofs.turn();
    const proofs = intake.read.flatMap((path) => this.#proofToCheck(path) ?? []);
    const printing = this.#printer.begin();
    const { next, ...circumstances } = this.#records.circumstances(at);
    const newest = (count: number) =>
      this.#shelf.ordered.slice(0, count).flatMap(({ path }) => this.#proofAt(path)?.headline ?? []);
    const selection = select(newest, this.#config, { ...circumstances, ...printing });
    this.#records.shelve(selection);
    // Ids are remembered before a document that tells of them is written.
    const remembered = await this.#records.save();
    const documents = await this.#disk.write(printing.sheets(selection));
    printing.end();
    const read = new Set(intake.read);
    const change = Math.min(next, this.#stock.next);
    return {
      at,
      milliseconds: this.#now() - at,
      read: intake.read,
      gone: intake.gone,
      articles: this.#stock.size,
      entries: this.#shelf.size,
      withheld: this.#stock.withheld(intake.read),
      ...(change < Infinity && { next: change }),
      problems: [
        ...ledger.problems,
        ...intake.problems,
        ...settled.filter(({ path }) => path !== undefined && read.has(path)),
        ...proofs.flatMap(({ problems }) => problems),
        ...printing.problems,
        ...remembered,
        ...documents.problems,
      ],
      documents,
    };
  }

  /** Brings ledger and shelf up to what is public now. */
  async #settle(
    touched: ReadonlySet<string>,
    isAnew: boolean,
    at: Instant,
    isKnown: (path: string) => boolean,
  ): Promise<Awaited<ReturnType<Records['settle']>>['problems']> {
    const stock = this.#stock;
    const records = this.#records;
    const isWhole = isAnew || this.#examined === undefined || at < this.#examined;
    this.#examined = undefined;
    const { candidates, vacant } = stock.examine(isWhole ? undefined : touched, at, records.publicBefore(at));
    const settled = await records.settle(
      candidates,
      isWhole ? undefined : vacant,
      at,
      (path) => isKnown(path) && stock.isKnown(path),
      (path) => stock.publicAt(path),
    );
    const publicEntry = (path: string) => (stock.publicAt(path) ? records.entryAt(path) : undefined);
    if (isWhole) this.#shelf.fill(candidates.flatMap(({ path }) => records.entryAt(path) ?? []));
    else {
      const paths = candidates.map(({ path }) => path);
      this.#shelf.update([...paths, ...vacant, ...settled.touched], publicEntry);
    }
    for (const { path } of candidates) stock.publicAt(path)?.fold();
    this.#examined = at;
    return settled.problems;
  }

  #proofAt(path: string): Proof | undefined {
    const kept = this.#stock.publicAt(path);
    const entry = kept && this.#shelf.at(path);
    return entry && this.#proofs.of(path, kept, entry);
  }

  /** Only in an address that the article states there may be something wrong. */
  #proofToCheck(path: string): Proof | undefined {
    return this.#stock.publicAt(path)?.card.link === undefined ? undefined : this.#proofAt(path);
  }

  /** What lies at a path, as far as entries may refer to it. */
  #neighbour(path: string): Neighbour | undefined {
    const file = this.#stock.file(path);
    if (!file) return undefined;
    const permalink = this.#proofAt(path)?.headline.permalink;
    return { size: file.size, ...(permalink !== undefined && { permalink }) };
  }
}
