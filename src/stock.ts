import type { Instant, Person } from './article/article.js';
import { formatOf, isSidecar, sidecarOf } from './article/formats.js';
import { isPeopleFile, readPeopleFile } from './article/people-file.js';
import { type Companions, readArticle } from './article/read.js';
import type { ResolvedConfig } from './config/config.js';
import type { Change, Source } from './disk/source.js';
import { settleClaims } from './entry/claims.js';
import { headline } from './entry/headline.js';
import type { Proof } from './entry/press.js';
import type { Neighbour } from './entry/references.js';
import { bundleOf, withhold } from './entry/withhold.js';
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

/** What the mill knows of the articles folder between changes: its files, its articles and the people who write them. */
export class Stock {
  readonly #config: ResolvedConfig;
  readonly #readBytes: ReadBytes;
  readonly #files = new Map<string, Source>();
  readonly #proofs = new Map<string, Proof>();
  readonly #unreadable = new Set<string>();
  #people: ReadonlyMap<string, Person> = new Map();
  #public: ReadonlyMap<string, Proof> = new Map();

  constructor(config: ResolvedConfig, readBytes: ReadBytes) {
    this.#config = config;
    this.#readBytes = readBytes;
  }

  /** How many articles lie in the folder. */
  get size(): number {
    return new Set([...this.#proofs.keys(), ...this.#unreadable]).size;
  }

  /** Takes changes in: reads the articles that are new or different, forgets those that are gone. */
  take(changes: readonly Change[]): Intake {
    const problems: Problem[] = [];
    const gone: string[] = [];
    for (const { path, source } of changes) {
      if (source) this.#files.set(path, source);
      else {
        this.#files.delete(path);
        const forgotten = [this.#proofs.delete(path), this.#unreadable.delete(path)];
        if (forgotten.includes(true)) gone.push(path);
      }
    }
    if (changes.some(({ path }) => isPeopleFile(path))) this.#people = this.#readPeople(problems);
    const articles = this.#affected(changes);
    for (const source of articles) problems.push(...this.#read(source));
    return { read: articles.map(({ path }) => path), gone, problems };
  }

  /**
   * Decides what is public at a moment.
   *
   * @returns the proofs of all public entries, what is withheld and why, and what is wrong with their headlines
   */
  publish(at: Instant): {
    readonly proofs: readonly Proof[];
    readonly withheld: readonly Withheld[];
    readonly problems: readonly Problem[];
  } {
    const withheld: Withheld[] = [...this.#unreadable]
      .filter((path) => !this.#proofs.has(path))
      .map((path) => ({ path, reason: 'unreadable' }));
    const claims: Proof[] = [];
    for (const proof of this.#proofs.values()) {
      const { path, article } = proof;
      const reason = withhold(article, this.#bundle(path));
      if (reason) withheld.push({ path, reason });
      else if (proof.headline.published > at)
        withheld.push({ path, reason: 'future', until: proof.headline.published });
      else claims.push(withoutUpdateToCome(proof, at));
    }
    const settled = settleClaims(claims);
    const proofs = claims.map((proof) => ({
      ...proof,
      headline: settled.headlines.get(proof.path) ?? proof.headline,
    }));
    this.#public = new Map(proofs.map((proof) => [proof.path, proof]));
    return {
      proofs,
      withheld,
      problems: [...settled.problems, ...claims.flatMap(({ problems }) => problems)],
    };
  }

  /** What lies at a path, as far as entries may refer to it. */
  neighbour(path: string): Neighbour | undefined {
    const file = this.#files.get(path);
    if (!file) return undefined;
    const permalink = this.#public.get(path)?.headline.permalink;
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
    const { article, problems } = readArticle(bytes, context, {
      people: this.#people,
      ...this.#sidecar(path),
    });
    if (!article) {
      this.#unreadable.add(path);
      return problems;
    }
    const made = headline(article, modified, { ...this.#config, pattern: this.#config.permalink });
    this.#unreadable.delete(path);
    this.#proofs.set(path, { path, article, ...made });
    return problems;
  }

  #sidecar(article: string): Companions {
    const path = sidecarOf(article);
    const result = this.#files.has(path) ? this.#readBytes(path) : undefined;
    return result && 'bytes' in result ? { sidecar: { path, bytes: result.bytes } } : {};
  }

  #bundle(path: string) {
    const index = bundleOf(path).find((candidate) => this.#proofs.has(candidate));
    return index === undefined ? undefined : this.#proofs.get(index)?.article;
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

/** A change that is dated in the future is not known yet. */
function withoutUpdateToCome(proof: Proof, at: Instant): Proof {
  const { headline } = proof;
  return headline.updated > at ? { ...proof, headline: { ...headline, updated: headline.published } } : proof;
}
