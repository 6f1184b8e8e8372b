import { createHash } from 'node:crypto';
import type { Made } from './cache/snapshot.js';
import type { ResolvedConfig } from './config/config.js';
import type { Headline } from './entry/entry.js';
import type { Proof } from './entry/proofs.js';
import type { Neighbourhood } from './entry/references.js';
import type { Feed } from './feed/feed.js';
import type { Circumstances, Selection } from './feed/select.js';
import { Press } from './printer/press.js';
import type { Typeset } from './printer/typeset.js';
import { type Problem, problem } from './problems.js';
import type { Sheet } from './render/document.js';
import type { Fragments } from './render/fragments.js';
import { listSheet, sheet } from './render/sheet.js';

/** Where the printer finds what it prints. */
export interface Copies {
  /** What is public under an id, as far as it was asked for in this turn. */
  readonly proofOf: (id: string) => Proof | undefined;
  readonly neighbours: Neighbourhood;
  /** What makes the entries of articles at some paths. */
  readonly typesetter: (paths: readonly string[]) => Promise<Typesetter>;
}

/** Makes entries, each of the article as it is known; nothing where that cannot be had. */
export interface Typesetter {
  readonly one: (proof: Proof) => Typeset | undefined;
  readonly many: (proofs: readonly Proof[]) => Promise<readonly (Typeset | undefined)[]>;
}

/** Completes the entries that feeds show and renders the feeds, where they are not what they were. */
export class Printer {
  readonly #config: ResolvedConfig;
  readonly #copies: Copies;
  readonly #press: Press;
  readonly #weights = new WeakMap<Headline, number>();
  /**
   * By what it is known whether the documents of a feed change, by its folder: a digest of its head and of what its
   * entries are made of, as it was written last; nothing while that is being done.
   */
  #impressions: ReadonlyMap<string, string> = new Map();

  constructor(config: ResolvedConfig, copies: Copies) {
    this.#config = config;
    this.#copies = copies;
    this.#press = new Press(copies.neighbours);
  }

  /** Takes over what an earlier run made. */
  recall({ impressions, printed }: Pick<Made, 'impressions' | 'printed'>): void {
    this.#impressions = new Map(impressions);
    this.#press.recall(printed);
  }

  /** What was made, for a later run. */
  made(): Pick<Made, 'impressions' | 'printed'> {
    return { impressions: [...this.#impressions], printed: this.#press.rows() };
  }

  /** Begins to print. Documents are rendered when they are asked for, and problems are found when they are. */
  async begin(): Promise<Printing> {
    const problems: Problem[] = [];
    this.#press.turn();
    const scales = this.#config.maxBytes < Infinity ? await this.#scales(problems) : weightless;
    const before = this.#impressions;
    const now = new Map<string, string>();
    const paths = { kept: new Set<string>(), known: new Set<string>() };
    this.#impressions = new Map();
    const sheetOf = (feed: Feed<Headline>, keep: boolean): Sheet => {
      const made = feed.entries.flatMap(({ id }) => this.#copies.proofOf(id) ?? []);
      for (const { path } of made) paths[keep ? 'kept' : 'known'].add(path);
      const impression = impressionOf(feed, made);
      now.set(feed.folder, impression);
      const isSame =
        before.get(feed.folder) === impression && made.every((proof) => this.#press.isUnchanged(proof));
      if (isSame) problems.push(...made.flatMap((proof) => this.#press.untold(proof)));
      return sheet(feed, isSame, async () => {
        const entries = await this.#print(made, keep, problems);
        // What is not all there is rendered again the next time.
        if (entries.length < made.length) now.delete(feed.folder);
        return entries;
      });
    };
    return {
      problems,
      ...scales,
      sheets: ({ feeds, pages }) => {
        const ofFeeds = feeds.map((feed) => sheetOf(feed, true));
        // Pages are many, and seldom change: their entries are completed again when one of them does.
        const ofPages = [...pages].sort(byAge).map((feed) => sheetOf(feed, false));
        this.#press.keep(paths.kept, paths.known);
        return [...ofPages, ...ofFeeds, ...this.#list(feeds)];
      },
      end: () => {
        this.#impressions = now;
      },
    };
  }

  /** The entries of a feed, those made that are not at hand. What cannot be had is as it was made last, or is left out. */
  async #print(proofs: readonly Proof[], keep: boolean, problems: Problem[]): Promise<Fragments[]> {
    const entries = new Map(proofs.map((proof) => [proof, this.#press.at(proof)]));
    const missing = proofs.filter((proof) => !entries.get(proof));
    const typesetter = missing.length > 0 && (await this.#copies.typesetter(missing.map(({ path }) => path)));
    const typeset = typesetter ? await typesetter.many(missing) : [];
    for (const [at, proof] of missing.entries()) {
      const one = typeset[at];
      if (one) problems.push(...this.#press.take(proof, one));
      const entry = this.#press.last(proof);
      entries.set(proof, entry);
      if (!entry) problems.push(problem('file-changing', { path: proof.path }));
    }
    for (const proof of proofs) this.#press.want(proof, keep);
    return [...entries.values()].filter((entry) => entry !== undefined);
  }

  /** What weighs documents, loaded only where they may not be of any weight. */
  async #scales(problems: Problem[]): Promise<Scales> {
    const { weigh, weighEmpty } = await import('./render/weigh.js');
    const typesetter = await this.#copies.typesetter(everyFormat);
    const weighOne = (proof: Proof): number => {
      const one = this.#press.at(proof) ? undefined : typesetter.one(proof);
      if (one) problems.push(...this.#press.take(proof, one));
      const entry = this.#press.last(proof);
      this.#press.want(proof, false);
      return entry ? weigh(entry) : 0;
    };
    return {
      weigh: (headline) => {
        const proof = this.#copies.proofOf(headline.id);
        if (!proof) return 0;
        // A file that the entry refers to may have come, gone or grown.
        const known = this.#press.isCurrent(proof) ? this.#weights.get(headline) : undefined;
        const weight = known ?? weighOne(proof);
        this.#weights.set(headline, weight);
        return weight;
      },
      weighEmpty,
    };
  }

  /** The list of all feeds, where there are several; without those that have lost their last entry. */
  #list(feeds: readonly Feed<Headline>[]): Sheet[] {
    const listed = feeds.filter(({ folder, entries }) => folder === '' || entries.length > 0);
    return feeds.length > 1 ? [listSheet(this.#config.title, listed)] : [];
  }
}

/** What weighs documents. */
type Scales = Pick<Circumstances, 'weigh' | 'weighEmpty'>;

const weightless: Scales = { weigh: () => 0, weighEmpty: () => 0 };

/** An article of every format there is. */
const everyFormat = ['.txt', '.md', '.rst', '.html'];

/** Printing that was begun. */
export interface Printing extends Scales {
  /** The documents of all feeds, those first that others lead to. */
  readonly sheets: (selection: Selection) => readonly Sheet[];
  /** What was found in completing entries; grows while documents are rendered. */
  readonly problems: readonly Problem[];
  /** All is written: what is the same the next time need not be rendered. */
  readonly end: () => void;
}

function impressionOf(feed: Feed<Headline>, made: readonly Proof[]): string {
  const digest = createHash('sha256').update(JSON.stringify({ ...feed, entries: [] }));
  for (const { mark } of made) digest.update(mark);
  return digest.digest('base64url');
}

/** Pages of one time lie together, so that an entry which several of them show is completed once for all. */
function byAge(one: Feed<Headline>, other: Feed<Headline>): number {
  return latestOf(one) - latestOf(other);
}

function latestOf({ entries }: Feed<Headline>): number {
  return entries.reduce((latest, { nth }) => Math.max(latest, nth), 0);
}
