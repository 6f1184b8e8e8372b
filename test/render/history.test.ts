import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.js';
import type { Feed } from '../../src/feed/feed.js';
import { atom, json, render, rss } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';
import { all, type Element, one, readXml, textOf } from '../support/xml.js';

const site = 'https://example.org/';
const current = `${site}tags/a&b/`;
const pageOf = (nth: number) => `${current}archive/${nth}/`;

/** What people subscribe to, with an archive behind it. */
function subscribed(entries: readonly Entry[] = [sampleEntry()]) {
  return sampleFeed(entries, { id: current, base: current, history: { previous: pageOf(2) } });
}

/** The second of three pages. */
function archivePage(entries: readonly Entry[] = [sampleEntry()]) {
  const history = { current, previous: pageOf(1), next: pageOf(3) };
  return sampleFeed(entries, { id: current, base: pageOf(2), history });
}

/** Where the links of a document lead, by relation. */
function links(parent: Element, name: string) {
  return Object.fromEntries(
    all(parent, name).map(({ attributes }) => [attributes.rel, [attributes.type, attributes.href]]),
  );
}

function names({ children }: Element) {
  return children.map(({ name }) => name);
}

function channelOf(feed: Feed) {
  return one(readXml(rss(feed)), 'channel');
}

describe('an article that was withdrawn', () => {
  const ferry = { id: 'urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a02', at: Date.UTC(2026, 4, 9, 7, 5) };
  const tide = { id: 'https://example.org/?p=1&q="2"', at: Date.UTC(2026, 4, 8) };
  const feed = sampleFeed([sampleEntry()], { withdrawn: [ferry, tide] });

  it('is named in Atom with its id and the instant it was withdrawn, so that readers drop it', () => {
    expect(all(readXml(atom(feed)), 'at:deleted-entry').map(({ attributes }) => attributes)).toEqual([
      { 'xmlns:at': tombstones, ref: ferry.id, when: '2026-05-09T07:05:00.000Z' },
      { 'xmlns:at': tombstones, ref: tide.id, when: '2026-05-08T00:00:00.000Z' },
    ]);
  });

  it('stands after the head and before the first entry, one a line', () => {
    expect(names(readXml(atom(feed))).slice(-4)).toEqual([
      'subtitle',
      'at:deleted-entry',
      'at:deleted-entry',
      'entry',
    ]);
    expect(atom(feed).match(/^ {4}<at:deleted-entry .*\/>$/gm)).toHaveLength(2);
  });

  it('leaves its trace where it was the only one', () => {
    expect(names(readXml(atom(sampleFeed([], { withdrawn: [ferry] })))).at(-1)).toBe('at:deleted-entry');
  });

  it('makes no feed newer, and RSS and JSON Feed, which have no word for it, stay as they are', () => {
    const before = sampleFeed([sampleEntry()]);
    expect(textOf(readXml(atom(feed)), 'updated')).toBe(textOf(readXml(atom(before)), 'updated'));
    expect([rss(feed), json(feed)]).toEqual([rss(before), json(before)]);
  });
});

describe('a feed with an archive', () => {
  it('leads from what is current to the newest page', () => {
    expect(links(readXml(atom(subscribed())), 'link')).toEqual({
      alternate: ['text/html', site],
      self: ['application/atom+xml', `${current}atom.xml`],
      'prev-archive': ['application/atom+xml', `${pageOf(2)}atom.xml`],
    });
    expect(links(channelOf(subscribed()), 'atom:link')).toEqual({
      self: ['application/rss+xml', `${current}rss.xml`],
      'prev-archive': ['application/rss+xml', `${pageOf(2)}rss.xml`],
    });
    expect(JSON.parse(json(subscribed()))).toMatchObject({
      feed_url: `${current}feed.json`,
      next_url: `${pageOf(2)}feed.json`,
    });
  });

  it('is itself no page of it', () => {
    expect(names(readXml(atom(subscribed())))).not.toContain('fh:archive');
    expect(names(channelOf(subscribed()))).not.toContain('fh:archive');
  });
});

describe('an archive page', () => {
  const page = archivePage();

  it('leads on to the pages beside it and back to what is current', () => {
    expect(links(readXml(atom(page)), 'link')).toEqual({
      alternate: ['text/html', site],
      self: ['application/atom+xml', `${pageOf(2)}atom.xml`],
      current: ['application/atom+xml', `${current}atom.xml`],
      'prev-archive': ['application/atom+xml', `${pageOf(1)}atom.xml`],
      'next-archive': ['application/atom+xml', `${pageOf(3)}atom.xml`],
    });
    expect(links(channelOf(page), 'atom:link')).toEqual({
      self: ['application/rss+xml', `${pageOf(2)}rss.xml`],
      current: ['application/rss+xml', `${current}rss.xml`],
      'prev-archive': ['application/rss+xml', `${pageOf(1)}rss.xml`],
      'next-archive': ['application/rss+xml', `${pageOf(3)}rss.xml`],
    });
    expect(JSON.parse(json(page))).toMatchObject({
      feed_url: `${pageOf(2)}feed.json`,
      next_url: `${pageOf(1)}feed.json`,
    });
  });

  it('says in its head that it is one', () => {
    for (const [head, entry] of [
      [readXml(atom(page)), 'entry'],
      [channelOf(page), 'item'],
    ] as const) {
      expect(one(head, 'fh:archive').attributes).toEqual({ 'xmlns:fh': feedHistory });
      expect(names(head).indexOf('fh:archive')).toBeLessThan(names(head).indexOf(entry));
    }
  });

  it('belongs to the feed that it continues', () => {
    expect(textOf(readXml(atom(page)), 'id')).toBe(textOf(readXml(atom(subscribed())), 'id'));
  });

  it('that is the first or the last leads nowhere beyond', () => {
    const first = sampleFeed([sampleEntry()], { base: pageOf(1), history: { current, next: pageOf(2) } });
    expect(Object.keys(links(readXml(atom(first)), 'link'))).not.toContain('prev-archive');
    expect(JSON.parse(json(first))).not.toHaveProperty('next_url');
    const last = sampleFeed([sampleEntry()], { base: pageOf(2), history: { current, previous: pageOf(1) } });
    expect(Object.keys(links(channelOf(last), 'atom:link'))).not.toContain('next-archive');
  });

  it('may stand empty', () => {
    const empty = archivePage([]);
    expect(names(readXml(atom(empty)))).not.toContain('entry');
    expect(names(readXml(atom(empty)))).toContain('fh:archive');
    expect(names(channelOf(empty))).toContain('fh:archive');
    expect(JSON.parse(json(empty)).items).toEqual([]);
  });
});

it('a feed of which nothing was withdrawn and that has no archive says nothing of either', () => {
  const [plain, bare] = [sampleFeed([sampleEntry()]), sampleFeed([sampleEntry()], { history: {} })];
  expect(render(bare)).toEqual(render(plain));
  for (const { text } of render(plain)) {
    expect(text).not.toMatch(/tombstones|deleted|syndication\/history|archive|next_url/);
  }
});

const tombstones = 'http://purl.org/atompub/tombstones/1.0';
const feedHistory = 'http://purl.org/syndication/history/1.0';
