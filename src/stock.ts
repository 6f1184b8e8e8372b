import type { Instant } from './article/article.js';
import type { Card } from './article/card.js';
import { formatOf, isPeopleFile, isSidecar, sidecarOf } from './article/formats.js';
import type { Filed } from './cache/article-row.js';
import type { Crew } from './crew.js';
import { type Change, isRacy, isTwin, type Source } from './disk/source.js';
import { bundleOf, isBundleIndex, withhold } from './entry/withhold.js';
import { type Beneath, Layered } from './layered.js';
import { due } from './ledger/dates.js';
import type { Remembered } from './ledger/remembered.js';
import type { Problem } from './problems.js';
import type { Withheld } from './report.js';
import { Desk } from './stock/desk.js';
import { Kept, plainlyPublic, type Verdict } from './stock/kept.js';
import type { Leaf } from './stock/leaf.js';
import type { ReadBytes, Reading, ReadingRules, ReadTask } from './stock/reader.js';

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
  /** Where articles are read. */
  readonly desk: Desk;
  readonly #files = new Layered<Source>();
  readonly #articles = new Layered<Kept>();
  readonly #unreadable = new Set<string>();
  /** Articles of which time alone changes what is public. */
  readonly #timed = new Set<Kept>();
  /** Files that were written so short a time before they were read that they may have been written again since, unseen. */
  readonly #racy = new Set<string>();
  /** Whether all that is known was found out by an earlier run. */
  #isRecalled = false;

  constructor(config: ReadingRules, readBytes: ReadBytes, crew?: Crew) {
    this.desk = new Desk(readBytes, config, () => this.#files.keys(), crew);
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
    const { size, modified, stamp } = source;
    const again = { path, size, modified, stamp: `~${stamp}` };
    if (this.#unreadable.has(path)) return { source: again };
    const isDoubted = this.#racy.has(path) || this.desk.unread.has(path);
    return { source: isDoubted ? again : source, ...(kept && { kept }) };
  }

  /** The paths of all files. */
  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** What reading an article found wrong, and what is wrong with its id. */
  problemsAt(path: string): readonly Problem[] {
    const kept = this.#articles.get(path);
    return kept ? [...kept.problems, ...(kept.claim ? [kept.claim] : [])] : [];
  }

  /** Notes what is wrong with the ids that some articles state; of the others looked at, nothing is. */
  claim(candidates: readonly Kept[], problems: readonly Problem[]): void {
    const taken = new Map<string | undefined, Problem>();
    for (const found of problems) if (found.code === 'id-taken') taken.set(found.path, found);
    for (const kept of candidates) kept.claim = taken.get(kept.path);
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
      else this.#files.delete(path);
      if (source && !isTwin(source)) continue;
      if (this.#forget(path)) gone.push(path);
      touched.add(path);
    }
    if (changes.some(({ path }) => isPeopleFile(path))) this.desk.forgetPeople();
    const tasks = this.#affected(changes).map((source) => this.#taskFor(source));
    for (const [at, reading] of (await this.desk.read(tasks, problems)).entries()) {
      const { source } = tasks[at] ?? {};
      if (!source) continue;
      problems.push(...reading.problems);
      this.#keep(source, reading);
      touched.add(source.path);
    }
    for (const path of this.#inBundlesOf(touched)) touched.add(path);
    this.#isRecalled = false;
    return { read: tasks.map(({ source }) => source.path), gone, touched, problems };
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
    // In one order, whoever found the articles: of two that state one id, the first has it.
    for (const path of [...(paths ? this.#dueWith(paths, at) : this.#articles.keys())].sort()) {
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

  /** Whether a file was written so short a time ago that it may have been written again since, unseen. */
  isRacy(path: string): boolean {
    return this.#racy.has(path);
  }

  /** What has to be read again for the text of an article, and what is known of it. */
  taskAt(path: string): (ReadTask & { readonly leaf: Leaf }) | undefined {
    const kept = this.#articles.get(path);
    const source = this.#files.get(path);
    if (!kept || !source) return undefined;
    const { size, stamp } = source;
    return { ...this.#taskFor({ path, size, stamp, modified: kept.modified }), leaf: kept.leaf };
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
    const isArticle = (source: Source) => formatOf(source.path) !== undefined && !isTwin(source);
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
    if (!reason && next === Infinity) return plainlyPublic;
    return { next, ...(reason && { reason }), ...(reason === 'future' && { until: next }) };
  }

  #judge(kept: Kept, verdict: Verdict): void {
    kept.verdict = verdict;
    if (verdict.next < Infinity) this.#timed.add(kept);
    else this.#timed.delete(kept);
  }

  #keep(source: Source, { leaf, problems }: Reading): void {
    const { path, modified } = source;
    // An article that cannot be read keeps its last good entry until it can be, or is gone.
    if (leaf === undefined) {
      // But where it was never read by this run, a run that knows of no other would have none.
      if (this.#isRecalled) this.#forget(path);
      this.#unreadable.add(path);
      return;
    }
    const before = this.#articles.get(path);
    if (before) this.#timed.delete(before);
    this.#unreadable.delete(path);
    this.#articles.set(path, new Kept(path, modified, leaf, problems));
  }

  /** Plain, as it may go to another thread. */
  #taskFor({ path, size, stamp, modified }: Source): ReadTask {
    const sidecar = sidecarOf(path);
    return { source: { path, size, stamp, modified }, ...(this.#files.has(sidecar) && { sidecar }) };
  }

  #bundle(path: string): Card | undefined {
    const index = bundleOf(path).find((candidate) => this.#articles.has(candidate));
    return index === undefined ? undefined : this.#articles.get(index)?.card;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
