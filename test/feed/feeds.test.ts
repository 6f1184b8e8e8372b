import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Headline } from '../../src/entry/entry.js';
import { order } from '../../src/feed/order.js';
import { select } from '../../src/feed/select.js';
import { slug, slugs } from '../../src/feed/slug.js';
import { sampleConfig } from '../support/config.js';
import { sampleEntry } from '../support/samples.js';

const config = sampleConfig();
const before = {
  closed: () => [],
  withdrawn: () => [],
  withdrawnFrom: [],
  weigh: () => 1000,
  weighEmpty: () => 500,
};
const feedsOf = (entries: readonly Headline[], given = config) =>
  select((count) => [...entries].sort(order).slice(0, count), given, before).feeds;
const all = { tags: true, authors: true, sections: true, languages: true };

describe('the main feed', () => {
  it('shows the newest entries first, as many as the limit allows', () => {
    const entries = [1, 3, 2].map((day) => sampleEntry({ id: `urn:x:${day}`, published: day, updated: day }));
    const [feed] = feedsOf(entries, { ...config, limit: 2 });
    expect(feed?.entries.map(({ id }) => id)).toEqual(['urn:x:3', 'urn:x:2']);
  });
  it('shows all entries where there is no limit', () => {
    const entries = Array.from({ length: 120 }, (_, day) => sampleEntry({ id: `urn:x:${day}` }));
    expect(feedsOf(entries, { ...config, limit: Infinity })[0]?.entries).toHaveLength(120);
  });
  it('orders by a total order, so that the order of files on disk never shows', () => {
    const headline = fc
      .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), published: fc.integer({ min: 0, max: 2 }) })
      .map((given): Headline => sampleEntry(given));
    fc.assert(
      fc.property(headline, headline, headline, (a, b, c) => {
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) + 0);
        if (order(a, b) < 0 && order(b, c) < 0) expect(order(a, c)).toBeLessThan(0);
        if (order(a, b) === 0) expect([a.id, a.published]).toEqual([b.id, b.published]);
      }),
    );
  });
  it('speaks the language of its entries where they all share one', () => {
    expect(feedsOf([sampleEntry({ language: 'fr' })], config)[0]?.language).toBe('fr');
    const two = [sampleEntry({ language: 'fr' }), sampleEntry({ id: 'urn:x:2', language: 'de' })];
    expect(feedsOf(two, config)[0]?.language).toBe('en');
  });
});

describe('hubs', () => {
  const hub = ['https://hub.example.org/'];
  const entries = [1, 2, 3, 4].map((day) =>
    sampleEntry({ id: `urn:x:${day}`, nth: day, published: day, updated: day }),
  );
  const selection = (given: typeof config) =>
    select((count) => [...entries].sort(order).slice(0, count), given, before);

  it('are named by the feeds to which people subscribe, not by the pages of archives, which never change', () => {
    const { feeds, pages } = selection({ ...config, hub, limit: 2, archive: true, feeds: all });
    expect(feeds.length).toBeGreaterThan(1);
    for (const { hubs } of feeds) expect(hubs).toEqual(hub);
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page).not.toHaveProperty('hubs');
  });

  it('are not heard of where the config names none', () => {
    for (const feed of selection(config).feeds) expect(feed).not.toHaveProperty('hubs');
  });
});

describe('group feeds', () => {
  const entries = [
    sampleEntry({ id: 'urn:x:1', tags: ['C', 'Größe', 'new york'], section: 'harbour', language: 'en' }),
    sampleEntry({ id: 'urn:x:2', tags: ['c', 'C++', 'C#', '天気'], section: 'city', language: 'fr' }),
  ];
  it('are made only where the config asks', () => {
    expect(feedsOf(entries, config)).toHaveLength(1);
  });
  it('lie under predictable names, whatever the script', () => {
    const folders = feedsOf(entries, { ...config, feeds: all }).map(({ folder }) => folder);
    expect(folders).toEqual([
      '',
      'tags/c-plus-plus/',
      'tags/c-sharp/',
      'tags/c/',
      'tags/größe/',
      'tags/new-york/',
      'tags/天気/',
      'authors/ines-duarte/',
      'sections/city/',
      'sections/harbour/',
      'languages/en/',
      'languages/fr/',
    ]);
  });
  it('hold the entries of the group, however it is capitalised', () => {
    const feed = feedsOf(entries, { ...config, feeds: all }).find(({ folder }) => folder === 'tags/c/');
    expect(feed?.entries.map(({ id }) => id)).toEqual(['urn:x:1', 'urn:x:2']);
    expect(feed?.title).toBe('Harbour News: C');
    expect(feed?.base).toBe('https://example.org/tags/c/');
    expect(feed?.id).toBe('https://example.org/tags/c/');
  });
});

describe('folder names of groups', () => {
  it('are never empty, never a path, never the same for two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })), (labels) => {
        const names = [...slugs(labels).values()];
        expect(new Set(names).size).toBe(labels.length);
        for (const name of names) expect(name).toMatch(/^[^/\\.\s\u0000-\u001f]+$/u);
      }),
    );
  });
  it.each([
    ['New York!', 'new-york'],
    ['.NET', 'dot-net'],
    ['R&B', 'r-and-b'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s', (label, name) => {
    expect(slug(label)).toBe(name);
  });
  it('a later tag never takes the name of an earlier one', () => {
    const early = sampleEntry({ id: 'urn:x:1', nth: 1, tags: ['foo bar'] });
    const late = sampleEntry({ id: 'urn:x:2', nth: 2, published: 0, tags: ['foo !bar', 'foo  bar'] });
    const given = { ...config, feeds: { ...all, authors: false, sections: false, languages: false } };
    const idsIn = (entries: readonly Headline[]) =>
      feedsOf(entries, given)
        .find(({ folder }) => folder === 'tags/foo-bar/')
        ?.entries.map(({ id }) => id);
    expect(idsIn([early])).toEqual(['urn:x:1']);
    expect(idsIn([late, early])).toEqual(['urn:x:1']);
  });
  it('a tag without letters and a name that Windows keeps get a mark', () => {
    expect(slug('!!!')).toMatch(/^[0-9a-f]{8}$/);
    expect(slug('CON')).toMatch(/^con-[0-9a-f]{8}$/);
  });
});
