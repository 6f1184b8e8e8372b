import type { Instant } from '../article/article.js';
import type { ResolvedConfig } from '../config/config.js';
import { byline } from '../entry/byline.js';
import { usable } from '../entry/credit.js';
import type { Headline } from '../entry/entry.js';
import { feedId } from '../entry/identity.js';
import { plain } from '../entry/plain.js';
import { divide, type Room } from './archive.js';
import type { Feed, History, Withdrawal } from './feed.js';
import { type Group, groups } from './groups.js';
import { order } from './order.js';
import { episodes, groupOf, largestShowOf, podcastFolder, showOf } from './podcast.js';

/** What was before, and what documents weigh. */
export interface Circumstances {
  /** How far the full archive pages of a feed reach, by its folder. */
  readonly closed: (folder: string) => readonly number[];
  /** What was withdrawn from a feed not long ago, by its folder, the latest first. */
  readonly withdrawn: (folder: string) => readonly Withdrawal[];
  /** The folders of all group feeds from which something was withdrawn not long ago. */
  readonly withdrawnFrom: Iterable<string>;
  /** Bytes that an entry adds to the largest of its documents. */
  readonly weigh: (headline: Headline) => number;
  /** Bytes of the largest document of a feed, but for its entries. */
  readonly weighEmpty: (feed: Feed<never>) => number;
}

/** The feeds of a site, and how far the pages of their archives reach now, by the folder of each. */
export interface Selection {
  readonly feeds: readonly Feed<Headline>[];
  /** The pages of their archives. */
  readonly pages: readonly Feed<Headline>[];
  readonly closed: ReadonlyMap<string, readonly number[]>;
  /** The folders of the group feeds that an entry belongs to, by its id. */
  readonly memberships: ReadonlyMap<string, readonly string[]>;
  /** How many entries there are in all of each group feed, by its folder. */
  readonly sizes: ReadonlyMap<string, number>;
}

/**
 * Selects the feeds of a site: the main one, then one for each group that the config asks for, and the pages of their
 * archives.
 *
 * @param newest the newest entries that are public, so many of them, in the order of feeds
 */
export function select(
  newest: (count: number) => readonly Headline[],
  config: ResolvedConfig,
  circumstances: Circumstances,
): Selection {
  const { limit, archive } = config;
  const isWhole = archive || config.podcast?.asked || Object.values(config.feeds).includes(true);
  const ordered = newest(isWhole ? Infinity : limit);
  const main: Group = { folder: '', labelOf: () => '', headlines: ordered };
  const feeds: Feed<Headline>[] = [];
  const pages: Feed<Headline>[] = [];
  const closed = new Map<string, readonly number[]>();
  const grouped = [...episodes(ordered, config), ...groups(ordered, config.feeds)];
  const left = leftGroups(grouped, config, circumstances.withdrawnFrom);
  for (const group of [main, ...grouped, ...left]) {
    const room = roomOf(group, config, circumstances);
    if (!archive || group.isWhole) {
      const shown = group.headlines.slice(0, group.isWhole ? Infinity : limit);
      feeds.push(toFeed(group, shown.slice(0, room.fitting(shown) || 1), config, circumstances));
      continue;
    }
    const divided = divide(group.headlines, circumstances.closed(group.folder), room);
    const last = divided.pages.length;
    const previous = baseOf(pageFolder(group, last), config);
    const history = last > 0 ? { previous, pages: pagesFolder(group) } : undefined;
    feeds.push(toFeed(group, [...divided.current].sort(order), config, circumstances, history));
    pages.push(...archiveOf(group, divided.pages, config));
    closed.set(group.folder, divided.closed);
  }
  const sizes = new Map(grouped.map(({ folder, headlines }) => [folder, headlines.length]));
  return { feeds, pages, closed, memberships: membershipsOf(grouped), sizes };
}

/** Groups that have lost their last entry stay for as long as there is something to tell of it. */
function leftGroups(
  grouped: readonly Group[],
  config: ResolvedConfig,
  withdrawnFrom: Iterable<string>,
): Group[] {
  const there = new Set(grouped.map(({ folder }) => folder));
  const isWanted = (folder: string) =>
    (config.podcast?.asked && folder === podcastFolder) ||
    Object.entries(config.feeds).some(([kind, on]) => on && folder.startsWith(`${kind}/`));
  return [...new Set(withdrawnFrom)]
    .filter((folder) => !there.has(folder) && isWanted(folder))
    .sort()
    .map((folder) =>
      folder === podcastFolder
        ? groupOf([], config)
        : { folder, labelOf: () => folder.split('/')[1] ?? '', headlines: [] },
    );
}

function membershipsOf(groups: readonly Group[]): ReadonlyMap<string, readonly string[]> {
  const memberships = new Map<string, string[]>();
  for (const { folder, headlines } of groups)
    for (const { id } of headlines) {
      const folders = memberships.get(id);
      if (folders) folders.push(folder);
      else memberships.set(id, [folder]);
    }
  return memberships;
}

/**
 * The pages of an archive, and one more without entries: it is the one that will be full next, and stands already so
 * that the page before it names it from the first and never has to change.
 */
function archiveOf(
  group: Group,
  pages: readonly (readonly Headline[])[],
  config: ResolvedConfig,
): Feed<Headline>[] {
  if (pages.length === 0) return [];
  const base = (page: number) => baseOf(pageFolder(group, page), config);
  // A page that has lost its entries has a date all the same: one that does not move with what is added.
  let { updated } = group.headlines.reduce((first, other) => (other.nth < first.nth ? other : first), {
    nth: Infinity,
    updated: 0,
  });
  return [...pages, []].map((entries, index) => {
    const page = index + 1;
    const named = entries.length > 0 ? entries : group.headlines;
    const feed = channel(group, [...entries].sort(order), config, named);
    updated = feed.updated || updated;
    const history = {
      current: feed.base,
      ...(page > 1 && { previous: base(page - 1) }),
      ...(page <= pages.length && { next: base(page + 1) }),
    };
    return { ...feed, folder: pageFolder(group, page), base: base(page), updated, history };
  });
}

function pagesFolder({ folder }: Group): string {
  return `${folder}archive`;
}

function pageFolder(group: Group, page: number): string {
  return `${pagesFolder(group)}/${page}/`;
}

function toFeed(
  group: Group,
  entries: readonly Headline[],
  config: ResolvedConfig,
  { withdrawn }: Pick<Circumstances, 'withdrawn'>,
  history?: History,
): Feed<Headline> {
  const feed = channel(group, entries, config, group.headlines);
  // A tombstone is about 150 bytes; they must not take all the room that there is.
  const told = withdrawn(group.folder).slice(0, Math.floor(config.maxBytes / 400));
  const updated = feed.updated || (told[0]?.at ?? 0);
  const hubs = config.hub.length > 0 && { hubs: config.hub };
  return { ...feed, updated, withdrawn: told, ...hubs, ...(history && { history }) };
}

/** A feed of a group with some of its entries, called as most of `named` call it. */
function channel(
  group: Group,
  entries: readonly Headline[],
  config: ResolvedConfig,
  named: readonly Headline[],
): Feed<Headline> {
  const title = plain(config.title);
  const description = plain(config.description);
  const label = group.labelOf(named);
  const license = config.license && usable(config.license);
  const podcast = showOf(group.folder, entries, config);
  return {
    folder: group.folder,
    id: feedId(config.siteGiven ? config.site : undefined, config.title, group.folder),
    label,
    title: group.title ?? (label ? `${title}: ${label}` : title),
    description: group.description ?? (label ? `${description}: ${label}` : description),
    home: config.site,
    base: baseOf(group.folder, config),
    language: soleLanguage(entries) ?? config.language,
    authors: config.authors.length > 0 ? byline(config.authors) : [{ name: title }],
    ...(config.rights !== undefined && { rights: plain(config.rights) }),
    ...(license && { license }),
    ...(podcast && { podcast }),
    updated: latest(entries),
    entries,
    withdrawn: [],
  };
}

/** Bytes by which the head of a feed may grow when it gets entries: the language and the spelling of a tag are theirs. */
const headroom = 100;

/** What fits into a document of the group. Nothing is weighed where no limit on bytes is set. */
function roomOf(group: Group, config: ResolvedConfig, circumstances: Circumstances): Room {
  const { limit, maxBytes } = config;
  if (maxBytes === Infinity) return { limit, fitting: ({ length }) => length };
  const { weigh, weighEmpty, withdrawn } = circumstances;
  const page = baseOf(pageFolder(group, 1_000_000), config);
  const podcast = largestShowOf(group.folder, group.headlines, config);
  const history = config.archive ? { current: page, previous: page, next: page } : undefined;
  const empty = {
    ...toFeed(group, [], config, { withdrawn }, history),
    ...(podcast && { podcast }),
    entries: [],
  };
  const budget = maxBytes - weighEmpty(empty) - headroom;
  return {
    limit,
    fitting: (entries) => {
      let weight = 0;
      const end = entries.findIndex((entry) => {
        weight += weigh(entry);
        return weight > budget;
      });
      return end < 0 ? entries.length : end;
    },
  };
}

function baseOf(folder: string, { site }: ResolvedConfig): string {
  return new URL(folder, site).href;
}

/** The language of a feed whose entries all share one. */
function soleLanguage(entries: readonly Headline[]): string | undefined {
  const [first] = entries;
  return first && entries.every(({ language }) => language === first.language) ? first.language : undefined;
}

function latest(entries: readonly Headline[]): Instant {
  return entries.reduce((last, { updated }) => Math.max(last, updated), 0);
}
