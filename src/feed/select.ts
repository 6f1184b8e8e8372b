import type { Instant } from '../article/article.js';
import type { ResolvedConfig } from '../config/config.js';
import { byline } from '../entry/byline.js';
import type { Headline } from '../entry/entry.js';
import { feedId } from '../entry/identity.js';
import { plain } from '../entry/plain.js';
import type { Feed } from './feed.js';
import { type Group, groups } from './groups.js';
import { order } from './order.js';

/**
 * Selects the feeds of a site: the main one, then one for each group that the config asks for.
 *
 * @param headlines of all entries that are public, in any order
 */
export function select(headlines: readonly Headline[], config: ResolvedConfig): Feed<Headline>[] {
  const ordered = [...headlines].sort(order);
  const main = { folder: '', label: '', headlines: ordered };
  return [main, ...groups(ordered, config.feeds)].map((group) => toFeed(group, config));
}

function toFeed({ folder, label, headlines }: Group, config: ResolvedConfig): Feed<Headline> {
  const entries = headlines.slice(0, config.limit);
  const title = plain(config.title);
  const description = plain(config.description);
  return {
    folder,
    id: feedId(config.siteGiven ? config.site : undefined, config.title, folder),
    title: label ? `${title}: ${label}` : title,
    description: label ? `${description}: ${label}` : description,
    home: config.site,
    base: new URL(folder, config.site).href,
    language: soleLanguage(entries) ?? config.language,
    authors: config.authors.length > 0 ? byline(config.authors) : [{ name: title }],
    ...(config.rights !== undefined && { rights: plain(config.rights) }),
    updated: latest(entries),
    entries,
  };
}

/** The language of a feed whose entries all share one. */
function soleLanguage(entries: readonly Headline[]): string | undefined {
  const [first] = entries;
  return first && entries.every(({ language }) => language === first.language) ? first.language : undefined;
}

function latest(entries: readonly Headline[]): Instant {
  return entries.reduce((last, { updated }) => Math.max(last, updated), 0);
}
