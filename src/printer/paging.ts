import type { Pages, ResolvedConfig } from '../config/config.js';
import type { Headline } from '../entry/entry.js';
import type { Proof } from '../entry/proofs.js';
import type { Feed } from '../feed/feed.js';
import { groupKinds } from '../feed/groups.js';
import { podcastFolder } from '../feed/podcast.js';
import type { Selection } from '../feed/select.js';
import type { Problem } from '../problems.js';
import type { Document, Sheet } from '../render/document.js';
import { fileNames, rootFrom } from '../render/formats.js';
import type { Fragments } from '../render/fragments.js';
import type { Around } from '../render/pages/list-page.js';
import type { Look } from '../render/pages/look.js';
import { htmlDocument } from '../render/sheet.js';
import { logoName, lookOf, readingRules } from './look.js';
import { hrefOf } from './reading-name.js';
import { type Neighbouring, type Planned, planReadings } from './readings.js';

/** Groups of one kind to which the main page leads. */
const mostGroups = 40;

/** The pages of one turn, beside the documents of the feeds. */
export class Paging {
  readonly #pages: Pages;
  readonly #site: string;
  readonly #look: Look;
  readonly #selection: Selection;
  readonly #planned: ReadonlyMap<string, Planned>;
  readonly #taken = new Set<string>();
  /** What is wrong with the addresses of pages. */
  readonly problems: readonly Problem[];

  constructor(
    pages: Pages,
    config: ResolvedConfig,
    selection: Selection,
    proofOf: (id: string) => Proof | undefined,
  ) {
    this.#pages = pages;
    this.#site = config.site;
    this.#look = lookOf(config);
    this.#selection = selection;
    const rules = readingRules(config);
    const { planned, problems } = rules
      ? planReadings(shownIn(selection), proofOf, rules)
      : { planned: new Map<string, Planned>(), problems: [] };
    this.#planned = planned;
    this.problems = problems;
  }

  /** What the page of a feed shows beside the feed. */
  around(feed: Feed<Headline>): Around {
    const { current, previous, next } = feed.history ?? {};
    const href = (base: string) => base.slice(this.#site.length);
    return {
      groups: feed.folder === '' ? this.#groups() : [],
      ...(feed.folder === '' && this.#podcast !== undefined && { podcast: href(this.#podcast) }),
      ...(current !== undefined && { current: href(current) }),
      ...(previous !== undefined && { older: href(previous) }),
      ...(next !== undefined && { newer: href(next) }),
      hrefOf: ({ id, permalink }) => {
        const planned = this.#planned.get(id);
        return planned ? hrefOf(planned.name) : permalink;
      },
    };
  }

  /** What a browser shows above a feed: what that is, and the way to its page. */
  async note({ base }: Pick<Feed<Headline>, 'base'>): Promise<string> {
    const { feedNote } = await import('../render/pages/feed-note.js');
    return feedNote(base, this.#look);
  }

  /** The names of the pages of a feed: the one that people open and, where people subscribe, the one that sites include. */
  namesFor({ folder, history }: Feed<Headline>): string[] {
    const isEmbedded = this.#pages.embed !== undefined && history?.current === undefined;
    return [folder + fileNames.page, ...(isEmbedded ? [folder + fileNames.embed] : [])];
  }

  /** Renders the pages of a feed. */
  async pages(feed: Feed<Headline>, entries: readonly Fragments[]): Promise<Document[]> {
    const { listPage, mostCards } = await import('../render/pages/list-page.js');
    const cards = entries.slice(0, mostCards).map(({ page }) => page?.card ?? '');
    const list = listPage(feed, feed.label, cards, this.#look, this.around(feed));
    const [name = '', embedName] = this.namesFor(feed);
    const page = htmlDocument(name, list);
    if (embedName === undefined) return [page];
    const { embed } = await import('../render/pages/embed.js');
    return [page, htmlDocument(embedName, embed(feed, this.#look, this.#pages.embed ?? 0))];
  }

  /** All pages on which entries can be read. */
  get readings(): Iterable<Planned> {
    return this.#planned.values();
  }

  /** The entries of a feed that have pages of their own, but for those that were given out before. */
  take(feed: Feed<Headline>): readonly Planned[] {
    const mine = feed.entries.flatMap(({ id }) => this.#planned.get(id) ?? []);
    const left = mine.filter(({ name }) => !this.#taken.has(name));
    for (const { name } of left) this.#taken.add(name);
    return left;
  }

  /** The page on which an entry can be read; nothing where that was not made. */
  async reading({ proof, name, older, newer }: Planned, entry?: Fragments): Promise<Document | undefined> {
    const parts = entry?.page?.reading;
    if (!parts) return undefined;
    const { readingPage } = await import('../render/pages/reading-page.js');
    const root = rootFrom(name);
    const beside = ({ title, href }: Neighbouring) => ({ title, href: root + href });
    const text = readingPage(parts, proof.headline.language, this.#look, {
      root,
      ...(older && { previous: beside(older) }),
      ...(newer && { next: beside(newer) }),
    });
    return htmlDocument(name, text);
  }

  /** The style sheets, and the logo. They are what the config says, and so the same in all turns but the first. */
  styles(isSame: boolean): Sheet {
    const { logo, css } = this.#pages;
    const given = [
      ...(css ? [{ name: fileNames.customStyle, bytes: css.bytes }] : []),
      ...(logo ? [{ name: logoName(logo.file), bytes: logo.bytes }] : []),
    ].map((file) => ({ ...file, mediaType: '' }));
    const names = [fileNames.pageStyle, fileNames.feedStyle, ...given.map(({ name }) => name)];
    return {
      names,
      isSame,
      yielding: names,
      render: async () => {
        const { feedStyle, pageStyle } = await import('../render/pages/style.js');
        const style = (name: string, text: string) => ({
          name,
          mediaType: 'text/css; charset=utf-8',
          bytes: Buffer.from(text),
        });
        return [
          style(fileNames.pageStyle, pageStyle(this.#look)),
          style(fileNames.feedStyle, feedStyle(this.#look)),
          ...given,
        ];
      },
    };
  }

  /** The feed of the episodes alone, if there is one. */
  get #podcast(): string | undefined {
    return this.#selection.feeds.find(({ folder }) => folder === podcastFolder)?.base;
  }

  /** The largest groups of each kind. */
  #groups(): Around['groups'] {
    const { feeds, sizes } = this.#selection;
    return groupKinds.flatMap((kind) =>
      feeds
        .filter(({ folder, entries }) => folder.startsWith(`${kind}/`) && entries.length > 0)
        .map(({ folder, label }) => ({ kind, folder, label, count: sizes.get(folder) ?? 0 }))
        .sort((one, other) => other.count - one.count || (one.folder < other.folder ? -1 : 1))
        .slice(0, mostGroups),
    );
  }
}

function* shownIn({ feeds, pages }: Selection): Iterable<Headline> {
  for (const { entries } of feeds) yield* entries;
  for (const { entries } of pages) yield* entries;
}
