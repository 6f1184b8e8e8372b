import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const names = (html: string) => read(html).authors?.map(({ name }) => name);
const shown = (markup: string) => names(page('', `<h1>Boats come home</h1>${markup}${text}`));

test('the authors that the metadata name are the authors', () => {
  const head = '<meta name="author" content="Jane Doe"><meta name="author" content="Ben Gunn">';
  const { authors, found } = read(page(head, text));
  expect(authors).toEqual([{ name: 'Jane Doe' }, { name: 'Ben Gunn' }]);
  expect(found.authors).toEqual({ in: 'body', line: 4 });
});

test.each([
  ['<p class="byline">By Jane Doe and Ben Gunn</p>', ['Jane Doe', 'Ben Gunn']],
  ['<p>Von Jane Doe</p>', ['Jane Doe']],
  ['<p>Geschrieben von <a href="/u/9">Jane Doe</a> am 5. März 2024</p>', ['Jane Doe']],
  ['<span itemprop="author" itemscope><span itemprop="name">Jane Doe</span></span>', ['Jane Doe']],
  [
    '<a rel="author" href="/jane">Jane Doe</a>, <a rel="author" href="/ben">Ben Gunn</a>',
    ['Jane Doe', 'Ben Gunn'],
  ],
  ['<div>Author:</div><div>Jane Doe</div>', ['Jane Doe']],
  ['<div class="post-author"><a href="/team/jane">Jane Doe</a></div>', ['Jane Doe']],
])('a byline is read in %s', (markup, expected) => {
  expect(shown(markup)).toEqual(expected);
});

test('accounts and addresses are no authors', () => {
  expect(names(page('<meta name="author" content="admin">', text))).toBeUndefined();
  expect(
    names(page('<meta property="article:author" content="https://example.org/jane">', text)),
  ).toBeUndefined();
});

test('a person comes before a login name and before the desk', () => {
  const byline = `<h1>Boats come home</h1><p>By Jane Doe</p>${text}`;
  expect(names(page('<meta name="author" content="jdoe7">', byline))).toEqual(['Jane Doe']);
  const desk = '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Harbour Desk"}}';
  const ld = `<script type="application/ld+json">${desk}</script>`;
  expect(names(page(ld, byline))).toEqual(['Jane Doe']);
  expect(names(page(ld, text))).toEqual(['Harbour Desk']);
});

test('a login name gives way to the full name that the page shows', () => {
  const html = page(
    '<meta name="author" content="jane.doe">',
    `<a rel="author" href="/jane">Jane A. Doe</a>${text}`,
  );
  expect(names(html)).toEqual(['Jane A. Doe']);
});

test('people in captions, comments and the text are not the authors', () => {
  expect(
    shown('<figure><img src="b.jpg"><figcaption>Photo by Cam Era</figcaption></figure>'),
  ).toBeUndefined();
  expect(
    names(page('', `<h1>Boats</h1>${text}<div class="comments"><p>By Ann Other</p></div>`)),
  ).toBeUndefined();
  expect(
    shown('<p>By Monday, the boats were gone again, and the town was as quiet as it had been for years.</p>'),
  ).toBeUndefined();
});
