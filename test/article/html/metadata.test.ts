import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const ld = (json: string) => page(`<script type="application/ld+json">${json}</script>`, text);

const article = {
  '@type': 'NewsArticle',
  headline: 'Boats come home',
  datePublished: '2024-03-05T10:00:00Z',
  author: { '@type': 'Person', name: 'Jane Doe' },
  keywords: ['harbour', 'boats'],
};

test.each([
  ['a single thing', JSON.stringify(article)],
  ['a list', JSON.stringify([{ '@type': 'WebSite', name: 'Post' }, article])],
  ['a graph', JSON.stringify({ '@graph': [{ '@type': 'WebPage', name: 'Page' }, article] })],
  ['a comment around it', `/*<![CDATA[*/ ${JSON.stringify(article)} /*]]>*/;`],
  ['a comma too many', JSON.stringify(article).replace('}', ',}').replace(']', ',]')],
  ['a raw line end in a string', JSON.stringify(article).replace('Boats come', 'Boats\n come')],
])('JSON-LD is understood as %s', (_, json) => {
  const { title, published, authors, tags } = read(ld(json));
  expect(title).toBe('Boats come home');
  expect(published).toBe(Date.UTC(2024, 2, 5, 10));
  expect(authors).toEqual([{ name: 'Jane Doe' }]);
  expect(tags).toEqual(['harbour', 'boats']);
});

test('JSON-LD that is cut off still gives what can be made out', () => {
  const { title, authors } = read(ld(JSON.stringify(article).slice(0, -30)));
  expect(title).toBe('Boats come home');
  expect(authors).toEqual([{ name: 'Jane Doe' }]);
});

test('an author may be a reference to a person elsewhere in the graph', () => {
  const person = { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' };
  const graph = { '@graph': [{ ...article, author: { '@id': '#jane' } }, person] };
  expect(read(ld(JSON.stringify(graph))).authors).toEqual([{ name: 'Jane Doe' }]);
});

test.each([
  ['DC.title', 'DC.creator', 'DC.date'],
  ['citation_title', 'citation_author', 'citation_publication_date'],
  ['parsely-title', 'parsely-author', 'parsely-pub-date'],
  ['sailthru.title', 'sailthru.author', 'sailthru.date'],
])('the family of %s is known', (title, author, date) => {
  const head = `<meta name="${title}" content="Boats come home"><meta name="${author}" content="Jane Doe"><meta name="${date}" content="2024/03/05">`;
  const findings = read(page(head, text));
  expect(findings.title).toBe('Boats come home');
  expect(findings.authors).toEqual([{ name: 'Jane Doe' }]);
  expect(findings.published).toBe(Date.UTC(2024, 2, 5));
});

test('the summary is plain text', () => {
  const head =
    '<meta name="description" content="&lt;p&gt;Salt &amp;amp; wind, and the boats &amp;#8217;n all&lt;/p&gt;">';
  expect(read(page(head, text)).summary).toBe('Salt & wind, and the boats ’n all');
});

test('language, link, image and tags are found, each with its line', () => {
  const head = `<link rel="canonical" href="https://example.org/boats#top">
<meta property="og:image" content="https://example.org/boats.jpg">
<meta property="og:image:alt" content="Three boats">
<meta property="article:tag" content="Harbour"><meta property="article:tag" content="Boats">`;
  const { language, link, image, tags, found } = read(page(head, text), 11);
  expect(language).toBe('en-GB');
  expect(link).toBe('https://example.org/boats');
  expect(image).toEqual({ src: 'https://example.org/boats.jpg', alt: 'Three boats' });
  expect(tags).toEqual(['Harbour', 'Boats']);
  expect([found.language?.line, found.link?.line, found.image?.line, found.tags?.line]).toEqual([
    12, 14, 15, 17,
  ]);
});

test('the front page of a site is the address of no article, and long lists of keywords are no tags', () => {
  const words = Array.from({ length: 40 }, (_, n) => `word ${n}`).join(', ');
  const head = `<link rel="canonical" href="https://example.org/"><meta name="keywords" content="${words}">`;
  const { link, tags } = read(page(head, text));
  expect(link).toBeUndefined();
  expect(tags).toBeUndefined();
});

test.each([
  ['http://example.org/boats', 'http://example.org/boats'],
  ['HTTPS://example.org/boats', 'https://example.org/boats'],
  ['/news/boats?id=7#top', '/news/boats?id=7'],
  ['https://example.org/?id=7', 'https://example.org/?id=7'],
  ['//example.org/boats', undefined],
  ['boats.html', undefined],
  ['ftp://example.org/boats', undefined],
  ['see https://example.org/boats', undefined],
  ['https://', undefined],
  ['/', undefined],
])('the link of a page that calls itself %s', (href, link) => {
  const own = read(page(`<link rel="canonical" href="${href}">`, text));
  expect([own.link, own.found.link?.line]).toEqual([link, link && 4]);
});

test('an address that is none gives way to one that is', () => {
  const head =
    '<meta property="og:title" content="/no/link"><link rel="canonical" href="https://example.org/">' +
    '<meta property="og:url" content="https://example.org/boats">';
  expect(read(page(head, text)).link).toBe('https://example.org/boats');
});

test('of two writings of a tag or a name the first counts', () => {
  const head =
    '<meta name="author" content="Jane Doe"><meta name="author" content="JANE DOE">' +
    '<meta property="article:tag" content="Boats"><meta property="article:tag" content="boats">';
  const { authors, tags } = read(page(head, text));
  expect([authors, tags]).toEqual([[{ name: 'Jane Doe' }], ['Boats']]);
});

test('the address that a browser noted when it saved the page is its link', () => {
  const html = page('', text).replace(
    '<html',
    '<!-- saved from url=(0031)https://example.org/saved/boats -->\n<html',
  );
  expect(read(html).link).toBe('https://example.org/saved/boats');
});

test('a file that the page attaches is an attachment', () => {
  const link = '<link rel="enclosure" href="/boats.mp3" type="audio/mpeg" length="4096">';
  expect(read(page(link, text)).attachments).toEqual([
    { src: '/boats.mp3', type: 'audio/mpeg', length: 4096 },
  ]);
});

test('a page that only leads elsewhere is held back', () => {
  const stub =
    '<html><head><meta http-equiv="refresh" content="0; url=/new/"><title>Moved</title></head><body><a href="/new/">Moved</a></body></html>';
  expect(read(stub).hold).toBe('redirect');
  expect(read(page('', text)).hold).toBeUndefined();
});
