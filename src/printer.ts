import type { Made } from './cache/snapshot.js';
import type { ResolvedConfig } from './config/config.js';
import type { Headline } from './entry/entry.js';
import type { Proof } from './entry/proofs.js';
import type { Neighbourhood } from './entry/references.js';
import { podcastProblems } from './feed/podcast-problems.js';
import type { Circumstances, Selection } from './feed/select.js';
import { lookOf } from './printer/look.js';
import { Paging } from './printer/paging.js';
import { Press } from './printer/press.js';
import { sheetsOf } from './printer/sheets.js';
import type { Typeset } from './printer/typeset.js';
import { type Problem, problem } from './problems.js';
import type { Sheet } from './render/document.js';
import type { Fragments } from './render/fragments.js';

/** Where the printer finds what it prints. */
export interface Copies {
  /** What is public under an id, as far as it was asked for in this turn. */
  readonly proofOf: (id: string) => Proof | undefined;
  readonly neighbours: Neighbourhood;
  /** What makes the entries of articles at some paths. */
  readonly typesetter: (paths: readonly string[]) => Promise<Typesetter>;
  /** How a file stands; nothing where it is gone. */
  readonly stampOf: (path: string) => string | undefined;
  /** Whether a file was written so short a time ago that it may have been written again since, unseen. */
  readonly isRacy: (path: string) => boolean;
  /** Reads a file that a page shows, or tells why that cannot be done. */
  readonly read: (path: string) => { readonly bytes: Uint8Array } | { readonly problem: Problem };
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
   * By what it is known whether documents change, by the folder of their feed or the name of their page: a digest of
   * what stands around their entries and of what these are made of, as it was written last; nothing while that is being done.
   */
  #impressions: ReadonlyMap<string, string> = new Map();
  /** What was wrong with pages and podcasts in the turn before. */
  #told: ReadonlySet<string> = new Set();

  constructor(config: ResolvedConfig, copies: Copies) {
    this.#config = config;
    this.#copies = copies;
    this.#press = new Press(copies.neighbours, copies.stampOf);
  }

  /** Takes over what an earlier run made. */
  recall({ impressions, printed }: Pick<Made, 'impressions' | 'printed'>): void {
    this.#impressions = new Map(impressions);
    this.#press.recall(printed);
  }

  /** What was made, for a later run. */
  made(): Pick<Made, 'impressions' | 'printed'> {
    return { impressions: [...this.#impressions], printed: this.#press.rows(this.#copies.isRacy) };
  }

  /** Begins to print. Documents are rendered when they are asked for, and problems are found when they are. */
  async begin(): Promise<Printing> {
    const problems: Problem[] = [];
    this.#press.turn();
    const scales = this.#config.maxBytes < Infinity ? await this.#scales(problems) : weightless;
    const before = this.#impressions;
    const now = new Map<string, string>();
    this.#impressions = new Map();
    return {
      problems,
      ...scales,
      sheets: async (selection) => {
        const artwork = this.#config.podcast?.artwork;
        const paging = this.#paging(selection);
        problems.push(
          ...this.#untold([...(paging?.problems ?? []), ...podcastProblems(selection, this.#config)]),
        );
        const { sheets, kept, known } = await sheetsOf(
          selection,
          this.#config.title,
          {
            proofOf: this.#copies.proofOf,
            isSame: (name, impression, made) => {
              now.set(name, impression);
              const isSame =
                before.get(name) === impression && made.every((proof) => this.#press.isUnchanged(proof));
              if (isSame) problems.push(...made.flatMap((proof) => this.#press.untold(proof)));
              return isSame;
            },
            lacks: (name) => now.delete(name),
            print: (proofs, isKept) => this.#print(proofs, isKept, problems),
            isCurrent: (proof) => this.#press.isCurrent(proof),
            files: {
              site: this.#config.site,
              askedFor: (proof) => this.#press.askedFor(proof),
              stampOf: this.#copies.stampOf,
              read: (path) => {
                const reading = this.#copies.read(path);
                if ('bytes' in reading) return reading.bytes;
                problems.push(reading.problem);
                return undefined;
              },
            },
          },
          paging,
          typeof artwork === 'object' ? artwork : undefined,
        );
        this.#press.keep(kept, known);
        return sheets;
      },
      end: () => {
        this.#impressions = now;
      },
    };
  }

  /** The pages of this turn. */
  #paging(selection: Selection): Paging | undefined {
    const { pages } = this.#config;
    return pages && new Paging(pages, this.#config, selection, this.#copies.proofOf);
  }

  /** What was not wrong in the turn before: of what stays wrong, people are told once. */
  #untold(problems: readonly Problem[]): Problem[] {
    const found = new Map(problems.map((one) => [one.message, one]));
    const untold = [...found].filter(([message]) => !this.#told.has(message)).map(([, one]) => one);
    this.#told = new Set(found.keys());
    return untold;
  }

  /** The entries of a feed, those made that are not at hand. What cannot be had is as it was made last, or is left out. */
  async #print(
    proofs: readonly Proof[],
    isKept: (path: string) => boolean,
    problems: Problem[],
  ): Promise<ReadonlyMap<Proof, Fragments>> {
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
    for (const proof of proofs) this.#press.want(proof, isKept(proof.path));
    return new Map([...entries].flatMap(([proof, entry]) => (entry ? [[proof, entry]] : [])));
  }

  /** What weighs documents, loaded only where they may not be of any weight. */
  async #scales(problems: Problem[]): Promise<Scales> {
    const { weigh, weighEmpty } = await import('./render/weigh.js');
    const { feedNote } = await import('./render/pages/feed-note.js');
    const look = this.#config.pages && lookOf(this.#config);
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
      weighEmpty: (feed) => weighEmpty(feed, look && feedNote(feed.base, look)),
    };
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
  readonly sheets: (selection: Selection) => Promise<readonly Sheet[]>;
  /** What was found in completing entries; grows while documents are rendered. */
  readonly problems: readonly Problem[];
  /** All is written: what is the same the next time need not be rendered. */
  readonly end: () => void;
}
