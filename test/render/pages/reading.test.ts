import { describe, expect, it } from 'vitest';
import { reading } from '../../../src/render/pages/reading.js';
import { readingPage } from '../../../src/render/pages/reading-page.js';
import { sampleLook } from '../../support/page-site.js';
import { sampleEntry } from '../../support/samples.js';

const look = sampleLook();

/** What the data for search engines say. */
function dataIn(head: string) {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)?.[1] ?? '');
}

describe('what a reading page tells of an entry', () => {
  const entry = sampleEntry({
    language: 'en-GB',
    image: { url: 'https://example.org/boat.png', alt: 'A boat' },
    authors: [{ name: 'Ines Duarte', uri: 'https://example.org/ines' }],
  });
  const { head } = reading(entry, look);

  it.each([
    '<title>Night ferry returns – Harbour News</title>',
    '<meta name="description" content="The boat sails again.">',
    '<link rel="canonical" href="https://example.org/ferry/">',
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="Night ferry returns">',
    '<meta property="og:url" content="https://example.org/ferry/">',
    '<meta property="og:site_name" content="Harbour News">',
    '<meta property="og:locale" content="en_GB">',
    '<meta property="og:image" content="https://example.org/boat.png">',
    '<meta property="article:published_time" content="2026-05-06T08:30:00.000Z">',
    '<meta property="article:modified_time" content="2026-05-07T09:00:00.000Z">',
    '<meta property="article:author" content="Ines Duarte">',
    '<meta property="article:tag" content="harbour">',
  ])('%s', (markup) => {
    expect(head).toContain(markup);
  });

  it('says the same to search engines', () => {
    expect(dataIn(head)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      headline: 'Night ferry returns',
      description: 'The boat sails again.',
      datePublished: '2026-05-06T08:30:00.000Z',
      dateModified: '2026-05-07T09:00:00.000Z',
      inLanguage: 'en-GB',
      author: [{ '@type': 'Person', name: 'Ines Duarte', url: 'https://example.org/ines' }],
      keywords: ['harbour', 'travel'],
      image: 'https://example.org/boat.png',
      mainEntityOfPage: 'https://example.org/ferry/',
      publisher: { '@type': 'Organization', name: 'Harbour News', url: 'https://example.org/' },
    });
  });

  it('sends nobody to an address that only this machine can follow', () => {
    const here = reading(entry, sampleLook({ siteGiven: false })).head;
    expect(here).not.toContain('https://example.org/ferry/');
    expect(here).not.toContain('https://example.org/boat.png');
  });
});

describe('an article to be read', () => {
  it('has its title as the one heading of the first level, and those of its content below', () => {
    const content = '<h1 title="a <h1> &quot;b&quot;">Part</h1><h2 id="x">Chapter</h2><h6>Note</h6>';
    const { body } = reading(sampleEntry({ content }), look);
    expect(body).toContain('<h1>Night ferry returns</h1>');
    expect(body).toContain(
      '<h2 title="a <h1> &quot;b&quot;">Part</h2><h3 id="x">Chapter</h3><h6 id="note">Note</h6>',
    );
    for (const content of ['<h2>Chapter</h2>', '<h4>Chapter</h4>'])
      expect(reading(sampleEntry({ content }), look).body).toContain('<h2 id="chapter">Chapter</h2>');
  });

  it('lets wide tables and code scroll by themselves, with the keyboard too', () => {
    const content = '<table><tr><td>cod</td></tr></table><pre><code>a</code></pre>';
    const { body } = reading(sampleEntry({ content }), look);
    expect(body).toMatch(
      /<div class="wide" role="group" tabindex="0" aria-label="Table"><table>.*<\/table><\/div>/,
    );
    expect(body).toContain('<pre tabindex="0"><code>a</code></pre>');
  });

  it('takes nothing in the value of an attribute for a tag', () => {
    const content = '<p title="<table> </table> <pre>">cod</p>';
    expect(reading(sampleEntry({ content }), look).body).toContain(content);
  });

  it('shows the lead image, unless its content shows it', () => {
    const image = { url: 'https://example.org/boat.png?a=1&b=2', alt: 'A boat' };
    const shown = '<p><img src="https://example.org/boat.png?a=1&amp;b=2" alt="A boat"></p>';
    expect(reading(sampleEntry({ image }), look).body).toContain('class="lead"');
    expect(reading(sampleEntry({ image, content: shown }), look).body).not.toContain('class="lead"');
  });

  it('plays what can be played, and offers all attached media with type, length and size', () => {
    const enclosures = [
      {
        url: 'https://example.org/a.mp3',
        type: 'audio/mpeg',
        length: 1_840_000,
        duration: 3723,
        title: 'Talk',
      },
      { url: 'https://example.org/a.mp4', type: 'video/mp4', duration: 65 },
      { url: 'https://example.org/a.pdf', type: 'application/pdf', length: 900 },
    ];
    const { body } = reading(sampleEntry({ enclosures }), look);
    expect(body).toContain(
      '<audio controls preload="none" src="https://example.org/a.mp3" aria-label="Talk">',
    );
    expect(body).toContain('<video controls preload="none" src="https://example.org/a.mp4">');
    for (const url of enclosures.map(({ url }) => url))
      expect(body).toContain(`<a href="${url}" download>Download</a>`);
    for (const fact of ['audio/mpeg', '1:02:03', '1.84 MB', '1:05', '900 byte'])
      expect(body).toContain(`<bdi>${fact}</bdi>`);
  });

  it('says when it was changed, where that was another day', () => {
    const updated = 'Updated <time datetime="2026-05-07T09:00:00.000Z">May 7, 2026</time>';
    expect(reading(sampleEntry(), look).body).toContain(updated);
    const same = sampleEntry({ updated: Date.UTC(2026, 4, 6, 12) });
    expect(reading(same, look).body).not.toContain('Updated');
  });

  it('where there is no content, is the summary', () => {
    const { body } = reading(sampleEntry({ content: '', summary: 'Cod & chips.' }), look);
    expect(body).toContain('<p>Cod &#x26; chips.</p>');
  });
});

it('a reading page leads to its neighbours, to the site and to the feeds', () => {
  const parts = reading(sampleEntry({ language: 'ar' }), look);
  const page = readingPage(parts, 'ar', sampleLook({ css: true }), {
    root: '../../',
    previous: { title: 'Before', href: '../a/index.html' },
    next: { title: 'After', href: '../b/index.html' },
  });
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).not.toContain('<base');
  for (const markup of [
    '<link rel="prev" href="../a/index.html">',
    '<link rel="next" href="../b/index.html">',
    '<a href="../a/index.html"><bdi>Before</bdi></a>',
    '<a href="../b/index.html"><bdi>After</bdi></a>',
    '<a href="../../index.html"><bdi lang="en" dir="ltr">Harbour News</bdi></a>',
    'href="../../rss.xml"',
    '<link rel="stylesheet" href="../../page.css">',
    '<link rel="stylesheet" href="../../custom.css">',
  ])
    expect(page).toContain(markup);
});
