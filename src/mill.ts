import type { Instant } from './article/article.js';
import type { Filed } from './cache/article-row.js';
import { type Keys, keysOf } from './cache/keys.js';
import type { Made } from './cache/snapshot.js';
import { Cache, type CacheStore, type Keeping } from './cache.js';
import type { ResolvedConfig } from './config/config.js';
import type { Crew } from './crew.js';
import type { Change, Source } from './disk/source.js';
import type { Standing } from './disk/standing.js';
import type { Written } from './disk/written.js';
import { type Proof, Proofs } from './entry/proofs.js';
import type { Neighbour } from './entry/references.js';
import { select } from './feed/select.js';
import { Shelf } from './feed/shelf.js';
import type { Beneath } from './layered.js';
import type { Remembered } from './ledger/remembered.js';
import { type LookInto, typesetterFor } from './mill/typesetter.js';
import { type Copies, Printer } from './printer.js';
import type { Problem } from './problems.js';
import { type Memory, Records } from './records.js';
import type { Sheet } from './render/document.js';
import type { Report } from './report.js';
import type { ReadBytes } from './stock/reader.js';
import { Stock } from './stock.js';

/** What the mill asks of the disk. */
export interface MillDisk {
  readonly read: ReadBytes;
  /** Reads a file that articles show: an image, a recording. */
  readonly readShown: Copies['read'];
  /** Lets somebody look into a recording or a picture; nothing where it cannot be opened. */
  readonly lookInto: LookInto;
  /** Makes the output folder hold these documents, and none that an earlier call wrote and this one does not. */
  readonly write: (sheets: readonly Sheet[], standing: Standing) => Promise<Written>;
  /** What is remembered from run to run. */
  readonly memory: Memory;
  /** What need not be found out again, if somebody keeps it. */
  readonly cache?: CacheStore;
  /** Who helps with much work, if anybody does. */
  readonly crew?: Crew;
}

/** Documents of a great archive: what was made of it is much, and is kept only now and then, in milliseconds. */
const great = 100;
const seldom = 60_000;

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
  readonly #cache: Cache | undefined;
  readonly #keys: Keys;
  /** When it was examined last; nothing where all of it has to be. */
  #examined: Instant | undefined;
  /** How the documents stood after the last turn. */
  #standing: Standing = new Map();
  /** Paths of articles of which an earlier run had something to tell; nothing when the first turn has told all there is. */
  #untold: readonly string[] | undefined = [];
  /** When what was made was kept last. */
  #madeAt: Instant = Number.NEGATIVE_INFINITY;
  /** Stamp of the ledger that the cache goes with; nothing where the cache is not of what is known. */
  #kept: string | undefined;

  /**
   * @param config made at the door
   * @param disk reads articles, remembers, and writes documents
   * @param now the clock
   * @param version of the program; another one may read and make otherwise
   */
  constructor(config: ResolvedConfig, disk: MillDisk, now: () => Instant, version = '') {
    this.#cache = disk.cache && new Cache(disk.cache);
    this.#keys = keysOf(config, version);
    this.#config = config;
    this.#disk = disk;
    this.#now = now;
    this.#stock = new Stock(config, disk.read, disk.crew);
    this.#records = new Records(config, disk.memory);
    this.#proofs = new Proofs({ ...config, pattern: config.permalink });
    this.#printer = new Printer(config, {
      proofOf: (id) => this.#proofs.byId(id),
      neighbours: (path) => this.#neighbour(path),
      typesetter: (paths) => {
        const neighbours = (path: string) => this.#neighbour(path);
        return typesetterFor(paths, this.#stock, config, neighbours, disk.lookInto, disk.crew);
      },
      stampOf: (path) => this.#stock.file(path)?.stamp,
      isRacy: (path) => this.#stock.isRacy(path),
      read: disk.readShown,
    });
  }

  /** How the documents stood after the last turn. */
  get standing(): Standing {
    return this.#standing;
  }

  /**
   * Takes over what an earlier run knew of the same folder, if it can be had. To be called before the first turn.
   *
   * @param isThorough whether to look through all of it; else a turn may throw CacheDamage
   * @returns the files that are known then: the first turn takes what differs from them
   */
  recall(isThorough: boolean): Beneath<Source> {
    const snapshot = this.#cache?.load(isThorough);
    if (!snapshot || snapshot.head.reader !== this.#keys.reader) return new Map<string, Source>();
    const { head, made, others, pages, notable, entries } = snapshot;
    this.#stock.recall(snapshot.files, snapshot.articles, notable);
    this.#untold = notable;
    const { stamp, ...ledger } = head.ledger;
    const pathsById = () => snapshot.pathsById();
    const isPublic = (path: string) => this.#stock.publicAt(path) !== undefined;
    const doubtful = [...others.filter(({ gone }) => gone === undefined).map(({ path }) => path), ...notable];
    const recollection = { live: entries, pathsById, others, pages, ...ledger };
    if (
      this.#records.recall(
        stamp,
        recollection,
        doubtful.filter((path) => !isPublic(path)),
      )
    ) {
      this.#shelf.recall(entries, snapshot.order);
      this.#shelf.update(doubtful, (path) => this.#publicEntry(path));
      this.#examined = head.at;
      if (head.maker === this.#keys.maker) this.#kept = stamp;
    }
    if (made && head.maker === this.#keys.maker) {
      this.#standing = new Map(made.standing);
      this.#printer.recall(made);
    }
    return snapshot.files;
  }

  /**
   * Takes the changed sources, reads them, publishes them, selects the feeds, renders, writes what differs.
   *
   * @param isKnown whether it is known what lies at a path of the folder; where it is not, what lay there is not gone
   */
  async turn(changes: readonly Change[], isKnown: (path: string) => boolean = () => true): Promise<Report> {
    const at = this.#now();
    const intake = await this.#stock.take(changes, at);
    const ledger = this.#records.refresh();
    const isWhole = ledger.isAnew || this.#examined === undefined || at < this.#examined;
    const settled = await this.#settle(isWhole ? undefined : intake.touched, at, isKnown);
    this.#proofs.turn();
    const proofs = intake.read.flatMap((path) => this.#proofToCheck(path) ?? []);
    const printing = await this.#printer.begin();
    const { next, ...circumstances } = this.#records.circumstances(at);
    const newest = (count: number) =>
      this.#shelf.newest(count).flatMap(({ path }) => this.#proofAt(path)?.headline ?? []);
    const selection = select(newest, this.#config, { ...circumstances, ...printing });
    this.#records.shelve(selection);
    // Ids are remembered before a document that tells of them is written.
    const remembered = await this.#records.save();
    const sheets = await printing.sheets(selection);
    const documents = await this.#disk.write(sheets, this.#standing);
    printing.end();
    await this.#disk.crew?.rest();
    const { standing, written, unchanged, removed } = documents;
    this.#standing = standing;
    const looked = [...changes.map(({ path }) => path), ...settled.looked];
    const isSame = looked.length === 0 && written.length + removed.length === 0;
    if (!isSame || this.#kept !== this.#records.stamp) this.#keep(isWhole, at, looked);
    const read = new Set(intake.read);
    const before = this.#untold?.filter((path) => !read.has(path)) ?? [];
    const told = new Set([...intake.read, ...before, ...(this.#untold ? settled.looked : [])]);
    this.#untold = undefined;
    const change = Math.min(next, this.#stock.next);
    return {
      at,
      milliseconds: this.#now() - at,
      read: intake.read,
      gone: intake.gone,
      articles: this.#stock.size,
      entries: this.#shelf.size,
      withheld: this.#stock.withheld(told),
      ...(change < Infinity && { next: change }),
      problems: [
        ...ledger.problems,
        ...intake.problems,
        ...before
          .flatMap((path) => this.#stock.problemsAt(path))
          .filter((found) => !settled.problems.includes(found)),
        ...settled.problems.filter(({ path }) => path !== undefined && told.has(path)),
        ...proofs.flatMap(({ problems }) => problems),
        ...printing.problems,
        ...remembered,
        ...documents.problems,
      ],
      documents: { written, unchanged, removed },
    };
  }

  /**
   * Brings ledger and shelf up to what is public now.
   *
   * @param touched paths where something may not be what it was; everywhere where left out
   * @returns what is wrong, and the paths that were looked at
   */
  async #settle(
    touched: ReadonlySet<string> | undefined,
    at: Instant,
    isKnown: (path: string) => boolean,
  ): Promise<{ readonly problems: readonly Problem[]; readonly looked: readonly string[] }> {
    const stock = this.#stock;
    const records = this.#records;
    this.#examined = undefined;
    const { candidates, vacant } = stock.examine(touched, at, records.publicBefore(at));
    const settled = await records.settle(
      candidates,
      touched && vacant,
      at,
      (path) => isKnown(path) && stock.isKnown(path),
      (path) => stock.publicAt(path),
    );
    const looked = [...candidates.map(({ path }) => path), ...vacant, ...settled.touched];
    if (touched) this.#shelf.update(looked, (path) => this.#publicEntry(path));
    else this.#shelf.fill(candidates.flatMap(({ path }) => records.entryAt(path) ?? []));
    for (const candidate of candidates) candidate.fold();
    stock.claim(candidates, settled.problems);
    this.#examined = at;
    return { problems: settled.problems, looked };
  }

  /** Keeps what is known now for a later run. */
  #keep(isWhole: boolean, at: Instant, paths: readonly string[]): void {
    const keeping = (files: Iterable<string>, isAll: boolean): Keeping => {
      return {
        head: { ...this.#keys, at, ledger: this.#records.state },
        files: [...files].map((path) => [path, this.#filed(path)] as const),
        ...this.#records.keeping(isAll),
        ...((isAll || this.#standing.size < great || at >= this.#madeAt + seldom) && {
          made: this.#made(at),
        }),
      };
    };
    const all = () => keeping(new Set([...this.#shelf.paths, ...this.#stock.paths]), true);
    const changed = () => keeping(new Set(paths), false);
    this.#cache?.save(all, this.#kept !== undefined && !isWhole ? changed : undefined);
    this.#kept = this.#records.stamp ?? '';
  }

  #made(at: Instant): Made {
    this.#madeAt = at;
    return { standing: [...this.#standing], ...this.#printer.made() };
  }

  #publicEntry(path: string): Remembered | undefined {
    return this.#stock.publicAt(path) && this.#records.entryAt(path);
  }

  #filed(path: string): Filed | undefined {
    const filed = this.#stock.filed(path);
    const entry = filed?.kept && this.#publicEntry(path);
    return filed && { ...filed, ...(entry && { entry }) };
  }

  #proofAt(path: string): Proof | undefined {
    const kept = this.#stock.publicAt(path);
    const entry = kept && this.#shelf.at(path);
    return entry && this.#proofs.of(path, kept, entry);
  }

  /** Only in an address that the article states there may be something wrong. */
  #proofToCheck(path: string): Proof | undefined {
    const kept = this.#stock.publicAt(path);
    return kept?.leaf.includes('"link":') && kept.particulars.link !== undefined
      ? this.#proofAt(path)
      : undefined;
  }

  /** What lies at a path, as far as entries may refer to it. */
  #neighbour(path: string): Neighbour | undefined {
    const file = this.#stock.file(path);
    if (!file) return undefined;
    const permalink = this.#proofAt(path)?.headline.permalink;
    return { size: file.size, ...(permalink !== undefined && { permalink }) };
  }
}
