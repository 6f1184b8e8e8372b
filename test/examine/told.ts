import { examineFeed } from '../../src/examine/examine.js';

/** What is said of a feed: place, level, code and message. */
export function findingsOf(feed: string | Uint8Array, more: { address?: string; charset?: string } = {}) {
  const bytes = typeof feed === 'string' ? Buffer.from(feed) : feed;
  return examineFeed(bytes, { path: 'feed', now: Date.UTC(2026, 5, 1), ...more });
}

/** The same in short: `line:column code`. */
export function told(feed: string | Uint8Array, more: { address?: string; charset?: string } = {}): string[] {
  return findingsOf(feed, more).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  sy: 'http://purl.org/rss/1.0/modules/syndication/',
};

/** The parts of a whole RSS item, a line each. */
export const item = {
  title: '<title>Ferry</title>',
  link: '<link>https://example.org/ferry/</link>',
  guid: '<guid>https://example.org/ferry/</guid>',
  pubDate: '<pubDate>Wed, 06 May 2026 10:00:00 +0200</pubDate>',
  description: '<description>The boat &lt;b&gt;sails&lt;/b&gt;.</description>',
};

/** RSS with one item, whose first part is on line 9; or with other lines in the place of the item or in the channel. */
export function rss(
  parts: Readonly<Record<string, string | undefined>> = {},
  channel: Readonly<Record<string, string | undefined>> = {},
): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const head = {
    title: '<title>Harbour</title>',
    link: '<link>https://example.org/</link>',
    description: '<description>News</description>',
    self: '<atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>',
    ...channel,
  };
  const lines = (all: Readonly<Record<string, string | undefined>>) =>
    Object.values(all).filter((line) => line !== undefined);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0"${declared.join('')}>`,
    '<channel>',
    ...lines(head),
    '<item>',
    ...lines({ ...item, ...parts }),
    '</item>',
    '</channel>',
    '</rss>',
  ].join('\n');
}

/** Atom with one entry, whose parts begin on line 8. */
export function atom(
  parts: Readonly<Record<string, string | undefined>> = {},
  feed: Readonly<Record<string, string | undefined>> = {},
): string {
  const head = {
    id: '<id>https://example.org/</id>',
    title: '<title>Harbour</title>',
    updated: '<updated>2026-05-06T08:00:00Z</updated>',
    self: '<link rel="self" href="https://example.org/atom.xml"/>',
    author: '<author><name>Ines</name></author>',
    ...feed,
  };
  const entry = {
    id: '<id>tag:example.org,2026:ferry</id>',
    title: '<title>Ferry</title>',
    updated: '<updated>2026-05-06T08:00:00Z</updated>',
    link: '<link href="https://example.org/ferry/"/>',
    content: '<content type="html">&lt;p>Sails&lt;/p></content>',
    ...parts,
  };
  const lines = (all: object) => Object.values(all).filter((line) => line !== undefined);
  return [
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    ...lines(head),
    '<entry>',
    ...lines(entry),
    '</entry>',
    '</feed>',
  ].join('\n');
}

/** JSON Feed with one item, a key a line: those of the item begin on line 7. */
export function json(item: object = {}, feed: object = {}): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour',
      feed_url: 'https://example.org/feed.json',
      items: [{ id: 'a', content_html: '<p>Sails</p>', url: 'https://example.org/a/', ...item }],
      ...feed,
    },
    undefined,
    1,
  );
}
