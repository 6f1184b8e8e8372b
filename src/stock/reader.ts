import type { Article, Person, ReadContext } from '../article/article.js';
import { type Companions, readArticle } from '../article/read.js';
import { loadReaders } from '../article/readers.js';
import type { Source } from '../disk/source.js';
import { fileMark, fingerprint } from '../ledger/fingerprint.js';
import { pressed } from '../ledger/print.js';
import { type Problem, problem } from '../problems.js';
import { type Leaf, leafOf, printIn } from './leaf.js';

/** The bytes of a source, or the problem that kept it from being read. */
export type ReadBytes = (
  path: string,
  known?: Source,
) => { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** What the config says of reading. */
export type ReadingRules = Required<Pick<ReadContext, 'timezone' | 'maxTags' | 'maxFileSize'>>;

/** An article file to be read, and the one beside it that has its front matter, if there is one. */
export interface ReadTask {
  readonly source: Source;
  readonly sidecar?: string;
}

/** What reading an article file gave: its leaf, or none where it is no article; and what is wrong. */
export interface Reading {
  readonly leaf?: Leaf;
  readonly problems: readonly Problem[];
}

/** Reads article files, keeps what has to be known of them, and puts their text away. */
export class Reader {
  readonly #readBytes: ReadBytes;
  readonly #rules: ReadingRules;
  readonly #people: ReadonlyMap<string, Person>;

  /**
   * @param people whom articles may name by an id
   */
  constructor(readBytes: ReadBytes, rules: ReadingRules, people: ReadonlyMap<string, Person>) {
    this.#readBytes = readBytes;
    this.#rules = rules;
    this.#people = people;
  }

  /** Loads what reads these articles; to be awaited before they are read. */
  static async load(paths: Iterable<string>): Promise<void> {
    await loadReaders(paths);
  }

  /** Reads an article. Never throws. */
  read({ source, sidecar }: ReadTask): Reading {
    const { path } = source;
    const result = this.#readBytes(path, source);
    if ('problem' in result) return { problems: [result.problem] };
    try {
      const companions = this.#companions(sidecar);
      const { article, problems } = readArticle(result.bytes, this.#context(source), companions);
      if (!article) return { problems };
      const print = pressed(fingerprint(article, filesOf(result.bytes, companions)));
      return { leaf: leafOf(article, print), problems };
    } catch (error) {
      return { problems: [problem('article-failed', { path }, { reason: String(error) })] };
    }
  }

  /**
   * Reads an article again for its text.
   *
   * @param leaf of the article as it is known
   * @returns nothing where the file cannot be read, or is not what it was
   */
  reread({ source, sidecar }: ReadTask, leaf: Leaf): Article | undefined {
    const result = this.#readBytes(source.path);
    if ('problem' in result) return undefined;
    const companions = this.#companions(sidecar);
    if (fileMark(filesOf(result.bytes, companions)) !== printIn(leaf).file) return undefined;
    return readArticle(result.bytes, this.#context(source), companions).article;
  }

  #context({ path, modified }: Source): ReadContext {
    const { timezone, maxTags, maxFileSize } = this.#rules;
    return { path, modified, timezone, maxTags, maxFileSize };
  }

  #companions(path: string | undefined): Companions {
    const result = path === undefined ? undefined : this.#readBytes(path);
    if (path === undefined || !result || 'problem' in result) return { people: this.#people };
    return { people: this.#people, sidecar: { path, bytes: result.bytes } };
  }
}

function filesOf(bytes: Uint8Array, { sidecar }: Companions): Uint8Array[] {
  return sidecar ? [bytes, sidecar.bytes] : [bytes];
}
