import type { ResolvedConfig } from './config/config.js';
import type { Entry, Headline } from './entry/entry.js';
import { Press, type Proof } from './entry/press.js';
import type { Neighbourhood } from './entry/references.js';
import type { Feed } from './feed/feed.js';
import type { Selection } from './feed/select.js';
import type { Problem } from './problems.js';
import type { Sheet } from './render/document.js';
import { listSheet, sheet } from './render/render.js';
import { weigh, weighEmpty } from './render/weigh.js';

/** By what it is known whether the documents of a feed change: its head, and what its entries are made of. */
interface Impression {
  readonly head: string;
  readonly made: readonly Proof[];
}

/** Completes the entries that feeds show and renders the feeds, where they are not what they were. */
export class Printer {
  readonly #config: ResolvedConfig;
  readonly #press: Press;
  readonly #weights = new WeakMap<Headline, number>();
  /** What was printed and written last, by the folder of the feed; nothing while that is being done. */
  #impressions: ReadonlyMap<string, Impression> = new Map();

  constructor(config: ResolvedConfig, neighbours: Neighbourhood) {
    this.#config = config;
    this.#press = new Press(config, neighbours);
  }

  /**
   * Begins to print. Documents are rendered when they are asked for, and problems are found when they are.
   *
   * @param proofs of all public entries
   */
  begin(proofs: readonly Proof[]): Printing {
    const byId = new Map(proofs.map((proof) => [proof.headline.id, proof]));
    const problems: Problem[] = [];
    const print = (headline: Headline, keep: boolean): Entry[] => {
      const proof = byId.get(headline.id);
      if (!proof) return [];
      const { entry, problems: found, fresh } = this.#press.entry(proof, keep);
      if (fresh) problems.push(...found);
      return [entry];
    };
    const before = this.#impressions;
    const now = new Map<string, Impression>();
    this.#impressions = new Map();
    const sheetOf = (feed: Feed<Headline>, keep: boolean): Sheet => {
      const made = feed.entries.flatMap(({ id }) => byId.get(id) ?? []);
      const impression = { head: JSON.stringify({ ...feed, entries: [] }), made };
      now.set(feed.folder, impression);
      const whole = () => ({ ...feed, entries: feed.entries.flatMap((headline) => print(headline, keep)) });
      return sheet(feed, this.#isSame(before.get(feed.folder), impression), whole);
    };
    const pathsIn = () => new Set([...now.values()].flatMap(({ made }) => made.map(({ path }) => path)));
    return {
      problems,
      weigh: (headline) => this.#weigh(headline, print),
      weighEmpty,
      sheets: ({ feeds, pages }) => {
        const ofFeeds = feeds.map((feed) => sheetOf(feed, true));
        const kept = pathsIn();
        // Pages are many, and seldom change: their entries are completed again when one of them does.
        const ofPages = [...pages].sort(byAge).map((feed) => sheetOf(feed, false));
        this.#press.keep(kept, pathsIn());
        return [...ofPages, ...ofFeeds, ...this.#list(feeds)];
      },
      end: () => {
        this.#impressions = now;
      },
    };
  }

  /** Whether the documents of a feed are what they were: the same head, of the same entries. */
  #isSame(before: Impression | undefined, now: Impression): boolean {
    return (
      before !== undefined &&
      before.head === now.head &&
      before.made.length === now.made.length &&
      now.made.every((proof, index) => before.made[index] === proof && this.#press.isCurrent(proof))
    );
  }

  #weigh(headline: Headline, print: (headline: Headline, keep: boolean) => Entry[]): number {
    const known = this.#weights.get(headline);
    if (known !== undefined) return known;
    const weight = print(headline, false).reduce((sum, entry) => sum + weigh(entry), 0);
    this.#weights.set(headline, weight);
    return weight;
  }

  /** The list of all feeds, where there are several; without those that have lost their last entry. */
  #list(feeds: readonly Feed<Headline>[]): Sheet[] {
    const listed = feeds.filter(({ folder, entries }) => folder === '' || entries.length > 0);
    return feeds.length > 1 ? [listSheet(this.#config.title, listed)] : [];
  }
}

/** Printing that was begun. */
export interface Printing {
  /** Bytes that an entry adds to the largest of its documents. */
  readonly weigh: (headline: Headline) => number;
  /** Bytes of the largest document of a feed, but for its entries. */
  readonly weighEmpty: (feed: Feed<never>) => number;
  /** The documents of all feeds, those first that others lead to. */
  readonly sheets: (selection: Selection) => readonly Sheet[];
  /** What was found in completing entries; grows while documents are rendered. */
  readonly problems: readonly Problem[];
  /** All is written: what is the same the next time need not be rendered. */
  readonly end: () => void;
}

/** Pages of one time lie together, so that an entry which several of them show is completed once for all. */
function byAge(one: Feed<Headline>, other: Feed<Headline>): number {
  return latestOf(one) - latestOf(other);
}

function latestOf({ entries }: Feed<Headline>): number {
  return entries.reduce((latest, { nth }) => Math.max(latest, nth), 0);
}
