import { describe, expect, it } from 'vitest';
import { card } from '../../../src/render/pages/card.js';
import { listPage } from '../../../src/render/pages/list-page.js';
import { manyEntries, sampleAround, sampleLook } from '../../support/page-site.js';
import { sampleEntry, sampleFeed } from '../../support/samples.js';

const look = sampleLook();

describe('the page of a feed', () => {
  const feed = sampleFeed([sampleEntry()]);
  const page = listPage(feed, 'Harbour News', [], look, sampleAround());

  it('shows the address of the feed as it is, and links to its formats from where the page lies', () => {
    expect(page).toContain('>https://example.org/rss.xml</code>');
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) expect(page).toContain(`<a href="${name}"`);
  });

  it('lets browsers and readers find the feed in all formats', () => {
    for (const [type, name] of [
      ['application/rss+xml', 'rss.xml'],
      ['application/atom+xml', 'atom.xml'],
      ['application/feed+json', 'feed.json'],
    ])
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" type="${type?.replace('+', '\\+')}" title="[^"]+" href="${name}">`),
      );
  });

  it('says that an address nobody gave works here alone', () => {
    const note = 'works on this computer only';
    expect(page).not.toContain(note);
    expect(listPage(feed, '', [], sampleLook({ siteGiven: false }), sampleAround())).toContain(note);
  });

  it('does not describe a site by its title again', () => {
    const alike = listPage(feed, '', [], sampleLook({ description: look.title }), sampleAround());
    expect(page).toContain('<p>What happens at the quay</p>');
    expect(alike).not.toContain('<p>Harbour News</p>');
  });

  it('leads to the groups, the largest first, 40 of a kind at most, languages by their own names', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      kind: 'tags' as const,
      folder: `tags/t${at}/`,
      label: `t${at}`,
      count: at,
    }));
    const groups = [...many, { kind: 'languages' as const, folder: 'languages/fr/', label: 'fr', count: 3 }];
    const html = listPage(feed, '', [], look, sampleAround({ groups }));
    const shown = [...html.matchAll(/href="tags\/(t\d+)\/index\.html"/g)].map(([, name]) => name);
    expect(shown).toHaveLength(40);
    expect(shown.slice(0, 2)).toEqual(['t49', 't48']);
    expect(html).toContain('<bdi lang="fr">français</bdi>');
  });

  it('has the style of the user after its own, where there is one', () => {
    const own = listPage(feed, '', [], sampleLook({ css: true, logo: 'a logo.png' }), sampleAround());
    expect(own.indexOf('href="custom.css"')).toBeGreaterThan(own.indexOf('href="page.css"'));
    expect(own).toContain('src="a%20logo.png"');
    expect(page).not.toContain('custom.css');
  });

  it('says so where there is nothing yet', () => {
    expect(listPage(sampleFeed([]), '', [], look, sampleAround())).toContain('Nothing here yet.');
  });
});

it('the page of a tag counts all addresses from the output folder, and leads back', () => {
  const feed = sampleFeed([sampleEntry()], {
    folder: 'tags/harbour/',
    title: 'Harbour News: harbour',
    base: 'https://example.org/tags/harbour/',
  });
  const page = listPage(feed, 'harbour', [], look, sampleAround());
  expect(page).toContain('<base href="../../">');
  expect(page).toContain('<title>harbour – Harbour News</title>');
  expect(page).toContain('<a href="index.html">');
  expect(page).toContain('<a href="tags/harbour/rss.xml"');
  expect(page).toContain('>https://example.org/tags/harbour/rss.xml</code>');
});

it('an archive page says from when to when it goes, and has people subscribe to the feed itself', () => {
  const entries = manyEntries(3);
  const history = { current: 'https://example.org/' };
  const feed = sampleFeed(entries, { folder: 'archive/2/', base: 'https://example.org/archive/2/', history });
  const around = sampleAround({ current: '', older: 'archive/1/', newer: 'archive/3/' });
  const page = listPage(feed, 'Harbour News', [], look, around);
  expect(page).toMatch(
    /<h2 id="entries"><time [^>]+>May 12, 2026<\/time> – <time [^>]+>May 20, 2026<\/time><\/h2>/,
  );
  expect(page).toContain('>https://example.org/rss.xml</code>');
  expect(page).toContain('<link rel="prev" href="archive/1/index.html">');
  expect(page).toContain('<link rel="next" href="archive/3/index.html">');
  for (const [name, word] of [
    ['archive/1/index.html', 'Older'],
    ['archive/3/index.html', 'Newer'],
    ['index.html', 'Latest'],
  ])
    expect(page).toMatch(new RegExp(`<a href="${name}"[^>]*>${word}</a>`));
});

it('entries beyond those shown as cards are lines with title and day', () => {
  const entries = manyEntries(23);
  const cards = entries.slice(0, 20).map((entry) => card(entry, `articles/${entry.nth}/index.html`, look));
  const page = listPage(sampleFeed(entries), '', cards, look, sampleAround());
  expect(page.match(/<article /g)).toHaveLength(20);
  expect(page).toContain(
    '<li><a href="articles/21/index.html"><bdi>The last trawler leaves the yard</bdi></a> <time',
  );
  expect(page).toContain('<bdi lang="ar" dir="rtl">');
});

describe('a card', () => {
  it('tells the day where the site is at home', () => {
    const late = sampleEntry({ published: Date.UTC(2026, 4, 6, 23, 30) });
    expect(card(late, 'a/', look)).toContain('<time datetime="2026-05-06T23:30:00.000Z">May 6, 2026</time>');
    expect(card(late, 'a/', sampleLook({ timezone: 'Asia/Tokyo' }))).toContain('>May 7, 2026</time>');
  });

  it('shows a lead image of the site itself, by a relative address, and of no other host', () => {
    const at = (url: string) => card(sampleEntry({ image: { url } }), 'a/', look);
    expect(at('https://example.org/pictures/boat.png')).toContain('<img src="pictures/boat.png" alt=""');
    for (const url of [
      'https://elsewhere.example/boat.png',
      'https://example.org.elsewhere.example/boat.png',
      'https://example.org//elsewhere.example/boat.png',
      'https://example.org/\\elsewhere.example/boat.png',
      'https://example.org/https://elsewhere.example/boat.png',
    ])
      expect(at(url), url).not.toContain('<img');
  });

  it('marks an entry in another language as such, and leaves out what there is nothing of', () => {
    const entry = sampleEntry({ language: 'he', summary: '', tags: [], authors: [], title: 'שלום' });
    const html = card(entry, 'a/', look);
    expect(html).toContain('<h3 lang="he" dir="rtl">');
    expect(html).not.toMatch(/<ul|class="summary"|<img/);
  });
});
