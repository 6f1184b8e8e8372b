import type { Origin } from '../article/article.js';
import type { Entry } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { escapeText } from './text.js';

/** What a feed or an entry says of its rights. */
type Credit = Pick<Feed, 'rights' | 'license'> & Pick<Entry, 'origin'>;

/** The licence of a feed in RSS: by the module for it where it is one of Creative Commons, and as Atom links to it. */
export function rssLicense({ license }: Pick<Credit, 'license'>): string[] {
  if (!license) return [];
  const isCommons = /^https?:\/\/(?:www\.)?creativecommons\.org\//i.test(license.url);
  return [
    link('atom:link', 'license', license.url, license.name),
    ...(isCommons
      ? [`<creativeCommons:license ${commons}>${escapeText(license.url)}</creativeCommons:license>`]
      : []),
  ];
}

/** Declares its namespace itself, so that all other feeds have nothing to declare. */
const commons = 'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"';

/**
 * What an item of RSS says of its rights and its origin. `source` names a feed (RSS 2.0); where none is known, Dublin Core
 * tells the origin, for an item has one of the two.
 */
export function rssCredit(entry: Entry): string[] {
  const { rights, origin } = entry;
  return [
    ...(rights === undefined ? [] : [`<dc:rights>${escapeText(rights)}</dc:rights>`]),
    ...rssLicense(entry),
    ...(origin?.url === undefined ? [] : [link('atom:link', 'via', origin.url, origin.title)]),
    ...(origin ? [sourceElement(origin)] : []),
  ];
}

function sourceElement({ title, url, feed }: Origin): string {
  return feed === undefined
    ? `<dc:source>${escapeText(title ?? url ?? '')}</dc:source>`
    : `<source url="${escapeText(feed)}">${escapeText(title ?? '')}</source>`;
}

/** The licence of a feed or an entry in Atom (RFC 4946). */
export function atomLicense({ license }: Pick<Credit, 'license'>): string[] {
  return license ? [link('link', 'license', license.url, license.name)] : [];
}

/**
 * What an entry of Atom says of its rights and its origin. One that has rights of its own and no licence must not be given
 * away under that of its feed (RFC 4946, 2.4).
 */
export function atomCredit(entry: Entry): string[] {
  const { rights, license, origin } = entry;
  return [
    ...(rights === undefined ? [] : [`<rights>${escapeText(rights)}</rights>`]),
    ...(rights !== undefined && !license ? [link('link', 'license', unspecified)] : []),
    ...atomLicense(entry),
    ...(origin?.url === undefined ? [] : [link('link', 'via', origin.url, origin.title)]),
  ];
}

const unspecified = 'http://purl.org/atompub/license#unspecified';

function link(name: 'link' | 'atom:link', relation: string, address: string, title?: string): string {
  const label = title === undefined ? '' : ` title="${escapeText(title)}"`;
  return `<${name} rel="${relation}" href="${escapeText(address)}"${label}/>`;
}

/** The same for JSON Feed, which has no words for it: an extension (JSON Feed 1.1, Extensions). */
export function jsonCredit({ rights, license, origin }: Credit): object | undefined {
  if (rights === undefined && !license && !origin) return undefined;
  return {
    rights,
    license: license && { name: license.name, url: license.url },
    source: origin && { title: origin.title, url: origin.url, feed_url: origin.feed },
  };
}
