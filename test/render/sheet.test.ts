import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feed/feed.js';
import { fragments } from '../../src/render/fragments.js';
import { listSheet, sheet } from '../../src/render/sheet.js';
import { render } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';

const of = (given: Partial<Feed> = {}, isSame = false) => {
  const feed = sampleFeed([sampleEntry()], { folder: 'tags/sea/', ...given });
  return { feed, made: sheet(feed, isSame, async () => feed.entries.map(fragments)) };
};

describe('the sheet of a feed', () => {
  it('names its three documents, and renders them in that order', async () => {
    const { feed, made } = of();
    expect(made.names).toEqual(['tags/sea/rss.xml', 'tags/sea/atom.xml', 'tags/sea/feed.json']);
    const documents = await made.render();
    expect(documents.map(({ name }) => name)).toEqual(made.names);
    expect(documents.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      render(feed).map(({ text }) => text),
    );
  });

  it('says whether the feed is what it was', () => {
    expect([of({}, true).made.isSame, of({}, false).made.isSame]).toEqual([true, false]);
  });

  it('must not change before the archive to which it leads is there; an archive page waits for nothing', () => {
    expect(of().made.leadsTo).toEqual([]);
    expect(of({ history: {} }).made.leadsTo).toEqual([]);
    expect(of({ history: { pages: 'tags/sea/archive/' } }).made.leadsTo).toEqual(['tags/sea/archive/']);
    expect(of({ history: { current: 'https://example.org/', pages: 'a/' } }).made).not.toHaveProperty(
      'leadsTo',
    );
  });
});

it('the sheet of the list of feeds is its one document', async () => {
  const made = listSheet('All', [of().feed]);
  expect(made).toMatchObject({ names: ['feeds.opml'], isSame: false, leadsTo: [] });
  const [list, ...others] = await made.render();
  expect(others).toEqual([]);
  expect(list).toMatchObject({ name: 'feeds.opml', mediaType: 'text/x-opml; charset=utf-8' });
  expect(Buffer.from(list?.bytes ?? []).toString()).toBe(`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>All</title>
  </head>
  <body>
    <outline type="rss" text="Harbour News" title="Harbour News" xmlUrl="https://example.org/rss.xml" htmlUrl="https://example.org/" language="en"/>
  </body>
</opml>
`);
  const none = await listSheet('All', []).render();
  expect(Buffer.from(none[0]?.bytes ?? []).toString()).toContain('<body>\n  </body>');
});
