import type { Article, Instant, Person } from './article/article.js';
import { formatOf, isSidecar, sidecarOf } from './article/formats.js';
import { isPeopleFile, readPeopleFile } from './article/people-file.js';
import { type Companions, readArticle } from './article/read.js';
import { loadReaders } from './article/readers.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change, Source } from './disk/source.js';
import { headline } from './entry/headline.js';
import type { Proof } from './entry/press.js';
import type { Neighbour } from './entry/references.js';
import { bundleOf, withhold } from './entry/withhold.js';
import type { Candidate } from './ledger/candidate.js';
import { due } from './ledger/dates.js';
import { fingerprint } from './ledger/fingerprint.js';
import type { Remembered } from './ledger/remembered.js';
import { type Problem, problem } from './problems.js';
import type { Withheld } from './report.js';

/** The bytes of a source, or the problem that kept it from being read. */
export type ReadBytes = (path: string) => { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** What changes led to. */
export interface Intake {
  /** Articles read, by path. */
  readonly read: readonly string[];
  /** Articles that went away, by path. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is public at a moment, and what is not. */
export interface Public {
  readonly candidates: readonly Candidate[];
  readonly withheld: readonly Withheld[];
  /** When time alone changes what is public; `Infinity` where it does not. */
  readonly next: Instant;
}

/** A proof with the entry it was made for. */
interface Proven extends Proof {
  readonly entry: Remembered;
}

/** What the mill knows of the articles folder between changes: its files, its articles and the people who write them. */
export class Stock {
  readonly #config: ResolvedConfig;
  readonly #readBytes: ReadBytes;
  readonly #files = new Map<string, Source>();
  readonly #articles = new Map<string, Candidate>();
  #proofs = new Map<string, Proven>();
  readonly #unreadable = new Set<string>();
  #people: ReadonlyMap<string, Person> = new Map();

  constructor(config: ResolvedConfig, readBytes: ReadBytes) {
    this.#config = config;
    this.#readBytes = readBytes;
  }

  /** How many articles lie in the folder. */
  get size(): number {
    return this.#articles.size + this.#unknown.length;
  }

  /** Files of which no article was ever read. */
  get #unknown(): string[] {
    return [...this.#unreadable].filter((path) => !this.#articles.has(path));
  }

  /** Takes changes in: reads the articles that are new or different, forgets those that are gone. */
  async take(changes: readonly Change[]): Promise<Intake> {
    await loadReaders(changes.map(({ path }) => path));
    const problems: Problem[] = [];
    const gone: string[] = [];
    for (const { path, source } of changes) {
      if (source) this.#files.set(path, source);
      else {
        this.#files.delete(path);
        const forgotten = [this.#articles.delete(path), this.#unreadable.delete(path)];
        if (forgotten.includes(true)) gone.push(path);
      }
    }
    if (changes.some(({ path }) => isPeopleFile(path))) this.#people = this.#readPeople(problems);
    const articles = this.#affected(changes);
    for (const source of articles) problems.push(...this.#read(source));
    return { read: articles.map(({ path }) => path), gone, problems };
  }

  /**
   * Decides what may be public at a moment.
   *
   * @param publicBefore what is remembered of an article as public
   * @returns the articles whose time it is; what is withheld and why; and when that changes though no file does
   */
  due(at: Instant, publicBefore: (candidate: Candidate) => Remembered | undefined): Public {
    const withheld: Withheld[] = this.#unknown.map((path) => ({ path, reason: 'unreadable' }));
    const candidates: Candidate[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const candidate of this.#articles.values()) {
      const { path, article } = candidate;
      const held = withhold(article, this.#bundle(path));
      if (held) {
        withheld.push({ path, reason: held });
        continue;
      }
      const time = due(article, publicBefore(candidate), at);
      next = Math.min(next, time.next);
      if (!time.reason) candidates.push(candidate);
      else
        withheld.push({ path, reason: time.reason, ...(time.reason === 'future' && { until: time.next }) });
    }
    return { candidates, withheld, next };
  }

  /**
   * Makes the headlines of what is public.
   *
   * @param candidates all articles that are public
   * @param remembered what is remembered of the entry whose article lies at a path
   */
  publish(
    candidates: readonly Candidate[],
    remembered: (path: string) => Remembered | undefined,
  ): readonly Proof[] {
    const before = this.#proofs;
    this.#proofs = new Map();
    for (const { path, article } of candidates) {
      const entry = remembered(path);
      if (!entry) continue;
      const known = before.get(path);
      const isKnown = known?.article === article && known.entry === entry;
      this.#proofs.set(path, isKnown ? known : this.#prove(article, entry));
    }
    return [...this.#proofs.values()];
  }

  /** Whether it is known what lies at a path: a file that cannot be read may still be the article it was. */
  isKnown(path: string): boolean {
    return !this.#unreadable.has(path) || this.#articles.has(path);
  }

  /** What lies at a path, as far as entries may refer to it. */
  neighbour(path: string): Neighbour | undefined {
    const file = this.#files.get(path);
    if (!file) return undefined;
    const permalink = this.#proofs.get(path)?.headline.permalink;
    return { size: file.size, ...(permalink !== undefined && { permalink }) };
  }

  /** The articles that changes touch: themselves, by a file beside them, or, all of them, by a file of people. */
  #affected(changes: readonly Change[]): Source[] {
    const paths = new Set(changes.map(({ path }) => path));
    const isArticle = ({ path }: Source) => formatOf(path) !== undefined;
    if ([...paths].some(isPeopleFile)) return [...this.#files.values()].filter(isArticle);
    if (![...paths].some(isSidecar)) return changes.flatMap(({ source }) => source ?? []).filter(isArticle);
    const touched = ({ path }: Source) => paths.has(path) || paths.has(sidecarOf(path));
    return [...this.#files.values()].filter((source) => isArticle(source) && touched(source));
  }

  #read(source: Source): readonly Problem[] {
    const { path } = source;
    const result = this.#readBytes(path);
    // An article that cannot be read keeps its last good entry until it can be, or is gone.
    if ('problem' in result) {
      this.#unreadable.add(path);
      return [result.problem];
    }
    try {
      return this.#publishable(source, result.bytes);
    } catch (error) {
      this.#unreadable.add(path);
      return [problem('article-failed', { path }, { reason: String(error) })];
    }
  }

  #publishable({ path, modified }: Source, bytes: Uint8Array): readonly Problem[] {
    const context = { path, modified, timezone: this.#config.timezone };
    const companion = this.#sidecar(path);
    const { article, problems } = readArticle(bytes, context, { people: this.#people, ...companion });
    if (!article) {
      this.#unreadable.add(path);
      return problems;
    }
    this.#unreadable.delete(path);
    this.#articles.set(path, {
      path,
      article,
      print: fingerprint(article, [bytes, ...beside(companion)]),
      modified,
    });
    return problems;
  }

  #prove(article: Article, entry: Remembered): Proven {
    const { id, nth, published = 0, updated = published } = entry;
    const rules = { ...this.#config, pattern: this.#config.permalink };
    const made = headline(article, { id, nth, published, updated }, rules);
    return { path: article.path, article, entry, ...made };
  }

  #sidecar(article: string): Companions {
    const path = sidecarOf(article);
    const result = this.#files.has(path) ? this.#readBytes(path) : undefined;
    return result && 'bytes' in result ? { sidecar: { path, bytes: result.bytes } } : {};
  }

  #bundle(path: string) {
    const index = bundleOf(path).find((candidate) => this.#articles.has(candidate));
    return index === undefined ? undefined : this.#articles.get(index)?.article;
  }

  #readPeople(problems: Problem[]): ReadonlyMap<string, Person> {
    const people = new Map<string, Person>();
    for (const path of [...this.#files.keys()].filter(isPeopleFile).sort()) {
      const result = this.#readBytes(path);
      if ('problem' in result) problems.push(result.problem);
      else for (const [id, person] of readPeopleFile(result.bytes)) people.set(id, person);
    }
    return people;
  }
}

function beside({ sidecar }: Companions): Uint8Array[] {
  return sidecar ? [sidecar.bytes] : [];
}
