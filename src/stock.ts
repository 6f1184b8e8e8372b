import type { Article, Instant, Person } from './article/article.js';
import type { Card } from './article/card.js';
import { formatOf, isSidecar, sidecarOf } from './article/formats.js';
import { isPeopleFile, readPeopleFile } from './article/people-file.js';
import type { Companions } from './article/read.js';
import type { Filed } from './cache/article-row.js';
import { loadReaders } from './article/readers.js';
import type { ResolvedConfig } from './config/config.js';
import { type Change, isRacy, type Source } from './disk/source.js';
import { bundleOf, isBundleIndex, withhold } from './entry/withhold.js';
import { type Beneath, Layered } from './layered.js';
import { due } from './ledger/dates.js';
import type { Remembered } from './ledger/remembered.js';
import type { Problem } from './problems.js';
import type { Withheld } from './report.js';
import { Kept, type Verdict } from './stock/kept.js';
import { type Reading, readLeaf, reread } from './stock/reading.js';

/** The bytes of a source, or the problem that kept it from being read. */
export type ReadBytes = (path: string) => { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** What changes led to. */
export interface Intake {
  /** Articles read, by path. */
  readonly read: readonly string[];
  /** Articles that went away, by path. */
  readonly gone: readonly string[];
  /** Paths at which what is public may not be what it was. */
  readonly touched: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** What an examination of articles showed. */
export interface Examination {
  /** Those of the articles that are to be public. */
  readonly candidates: readonly Kept[];
  /** Paths at which nothing is to be public. */
  readonly vacant: readonly string[];
}

/** What the mill knows of the articles folder between changes: its files, its articles and the people who write them. */
export class Stock {
  readonly #config: ResolvedConfig;
  readonly #readBytes: ReadBytes;
  readonly #files = new Layered<Source>();
  readonly #articles = new Layered<Kept>();
  readonly #unreadable = new Set<string>();
  /** Articles of which time alone changes what is public. */
  readonly #timed = new Set<Kept>();
  /** Files that were written so short a time before they were read that they may have been written again since, unseen. */
  readonly #racy = new Set<string>();
  /** Whether all that is known was found out by an earlier run. */
  #isRecalled = false;
  #people: ReadonlyMap<string, Person> = new Map();

  constructor(config: ResolvedConfig, readBytes: ReadBytes) {
    this.#config = config;
    this.#readBytes = readBytes;
  }

  /**
   * Takes over what an earlier run knew.
   *
   * @param notable paths of articles that are not plainly public
   */
  recall(files: Beneath<Source>, articles: Beneath<Kept>, notable: readonly string[]): void {
    this.#files.layUpon(files);
    this.#articles.layUpon(articles);
    this.#isRecalled = true;
    for (const path of notable) {
      const kept = this.#articles.get(path);
      if (kept?.verdict && kept.verdict.next < Infinity) this.#timed.add(kept);
    }
  }

  /** What a later run may recall of a file; nothing where there is none. What has to be read again has a stamp that no file has. */
  filed(path: string): Filed | undefined {
    const source = this.#files.get(path);
    const kept = this.#articles.get(path);
    if (!source) return undefined;
    const again = { ...source, stamp: `~${source.stamp}` };
    if (this.#unreadable.has(path)) return { source: again };
    return { source: this.#racy.has(path) ? again : source, ...(kept && { kept }) };
  }

  /** The paths of all files. */
  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** The paths of all articles. */
  get articlePaths(): Iterable<string> {
    return [...this.#articles.keys(), ...this.#unknown];
  }

  /** What reading an article found wrong, and what is wrong with its id. */
  problemsAt(path: string): readonly Problem[] {
    const kept = this.#articles.get(path);
    return kept ? [...kept.problems, ...(kept.claim ? [kept.claim] : [])] : [];
  }

  /** Notes what is wrong with the ids that some articles state; of the others looked at, nothing is. */
  claim(looked: Iterable<string>, problems: readonly Problem[]): void {
    for (const path of looked) {
      const kept = this.#articles.get(path);
      if (kept) kept.claim = problems.find((found) => found.code === 'id-taken' && found.path === path);
    }
  }

  /** How many articles lie in the folder. */
  get size(): number {
    return this.#articles.size + this.#unknown.length;
  }

  /** When time alone changes what is public; `Infinity` where it does not. */
  get next(): Instant {
    return [...this.#timed].reduce((next, { verdict }) => Math.min(next, verdict?.next ?? next), Infinity);
  }

  /** Files of which no article was ever read. */
  get #unknown(): string[] {
    return [...this.#unreadable].filter((path) => !this.#articles.has(path));
  }

  /** Takes changes in: reads the articles that are new or different, forgets those that are gone. */
  async take(changes: readonly Change[], at: Instant): Promise<Intake> {
    const problems: Problem[] = [];
    const gone: string[] = [];
    const touched = new Set<string>();
    for (const { path, source } of changes) {
      if (source && isRacy(source, at)) this.#racy.add(path);
      else this.#racy.delete(path);
      if (source) this.#files.set(path, source);
      else {
        this.#files.delete(path);
        if (this.#forget(path)) gone.push(path);
        touched.add(path);
      }
    }
    if (changes.some(({ path }) => isPeopleFile(path))) this.#people = this.#readPeople(problems);
    const articles = this.#affected(changes);
    await loadReaders(articles.map(({ path }) => path));
    for (const source of articles) {
      problems.push(...this.#read(source));
      touched.add(source.path);
    }
    for (const path of this.#inBundlesOf(touched)) touched.add(path);
    this.#isRecalled = false;
    return { read: articles.map(({ path }) => path), gone, touched, problems };
  }

  /**
   * Decides of articles what may be public at a moment. They are unfolded then.
   *
   * @param paths where to look, beside the articles whose time has come; everywhere where left out
   * @param publicBefore what is remembered of an article as public
   */
  examine(
    paths: ReadonlySet<string> | undefined,
    at: Instant,
    publicBefore: (kept: Kept) => Remembered | undefined,
  ): Examination {
    const candidates: Kept[] = [];
    const vacant: string[] = [];
    for (const path of paths ? this.#dueWith(paths, at) : this.#articles.keys()) {
      const kept = this.#articles.get(path);
      kept?.unfold();
      if (kept) this.#judge(kept, this.#verdict(kept, at, publicBefore));
      if (kept?.isPublic) candidates.push(kept);
      else vacant.push(path);
    }
    return { candidates, vacant };
  }

  /** What is withheld of some articles, and why. */
  withheld(paths: Iterable<string>): Withheld[] {
    return [...paths].flatMap((path): Withheld[] => {
      const kept = this.#articles.get(path);
      if (!kept) return this.#unreadable.has(path) ? [{ path, reason: 'unreadable' }] : [];
      const { reason, until } = kept.verdict ?? {};
      return reason ? [{ path, reason, ...(until !== undefined && { until }) }] : [];
    });
  }

  /** The article that is public at a path. */
  publicAt(path: string): Kept | undefined {
    const kept = this.#articles.get(path);
    return kept?.isPublic ? kept : undefined;
  }

  /** The file that lies at a path. */
  file(path: string): Source | undefined {
    return this.#files.get(path);
  }

  /** The whole article at a path, read again; nothing where it cannot be read, or is not what is known of it. */
  article(path: string): Article | undefined {
    const kept = this.#articles.get(path);
    const result = kept && this.#readBytes(path);
    if (!result || 'problem' in result) return undefined;
    return reread(result.bytes, this.#context(kept), this.#companions(path), kept.leaf.print);
  }

  /** Whether it is known what lies at a path: a file that cannot be read may still be the article it was. */
  isKnown(path: string): boolean {
    return !this.#unreadable.has(path) || this.#articles.has(path);
  }

  #forget(path: string): boolean {
    const kept = this.#articles.get(path);
    if (kept) this.#timed.delete(kept);
    return [this.#articles.delete(path), this.#unreadable.delete(path)].includes(true);
  }

  /** The articles that changes touch: themselves, by a file beside them, or, all of them, by a file of people. */
  #affected(changes: readonly Change[]): Source[] {
    const isArticle = ({ path }: Source) => formatOf(path) !== undefined;
    if (changes.some(({ path }) => isPeopleFile(path))) return [...this.#files.values()].filter(isArticle);
    const changed = changes.flatMap(({ source }) => source ?? []).filter(isArticle);
    if (!changes.some(({ path }) => isSidecar(path))) return changed;
    const paths = new Set(changes.map(({ path }) => path));
    const touched = ({ path }: Source) => paths.has(path) || paths.has(sidecarOf(path));
    return [...this.#files.values()].filter((source) => isArticle(source) && touched(source));
  }

  /** What lies beside an index may be part of its article, or not any more. */
  #inBundlesOf(touched: ReadonlySet<string>): string[] {
    const folders = new Set([...touched].filter(isBundleIndex).map(folderOf));
    if (folders.size === 0) return [];
    return [...this.#articles.keys()].filter((path) => folders.has(folderOf(path)));
  }

  #dueWith(paths: ReadonlySet<string>, at: Instant): ReadonlySet<string> {
    const all = new Set(paths);
    for (const { path, verdict } of this.#timed) if (verdict && verdict.next <= at) all.add(path);
    return all;
  }

  #verdict(kept: Kept, at: Instant, publicBefore: (kept: Kept) => Remembered | undefined): Verdict {
    const held = withhold(kept.card, this.#bundle(kept.path));
    if (held) return { reason: held, next: Infinity };
    const { reason, next } = due(kept.card, publicBefore(kept), at);
    return { next, ...(reason && { reason }), ...(reason === 'future' && { until: next }) };
  }

  #judge(kept: Kept, verdict: Verdict): void {
    kept.verdict = verdict;
    if (verdict.next < Infinity) this.#timed.add(kept);
    else this.#timed.delete(kept);
  }

  #read(source: Source): readonly Problem[] {
    const { path, modified } = source;
    const { leaf, card, problems } = this.#reading(source);
    // An article that cannot be read keeps its last good entry until it can be, or is gone.
    if (!leaf) {
      this.#unreadable.add(path);
      // But it was never read by this run, and a run that knows of no other would have none.
      if (this.#isRecalled) this.#articles.delete(path);
      return problems;
    }
    const before = this.#articles.get(path);
    if (before) this.#timed.delete(before);
    this.#unreadable.delete(path);
    this.#articles.set(path, new Kept(path, modified, leaf, problems, card));
    return problems;
  }

  #reading(source: Source): Reading {
    const result = this.#readBytes(source.path);
    if ('problem' in result) return { problems: [result.problem] };
    return readLeaf(result.bytes, this.#context(source), this.#companions(source.path));
  }

  #context({ path, modified }: { readonly path: string; readonly modified: Instant }) {
    return { path, modified, timezone: this.#config.timezone };
  }

  #companions(article: string): Companions {
    const path = sidecarOf(article);
    const result = this.#files.has(path) ? this.#readBytes(path) : undefined;
    const beside = result && 'bytes' in result && { sidecar: { path, bytes: result.bytes } };
    return { people: this.#people, ...beside };
  }

  #bundle(path: string): Card | undefined {
    const index = bundleOf(path).find((candidate) => this.#articles.has(candidate));
    return index === undefined ? undefined : this.#articles.get(index)?.card;
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

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
