import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

test('the headline of the article is its title, without the name of the site', () => {
  const html = page('<title>Boats come home | The Harbour Post</title>', `<h1>Boats come home</h1>${text}`);
  const { title, found } = read(html);
  expect(title).toBe('Boats come home');
  expect(found.title).toEqual({ in: 'body', line: 9 });
});

test('a heading that shows the name of the site is not the title', () => {
  const html = page(
    '<title>The Harbour Post: Boats come home</title>',
    `<h1><a href="/">The Harbour Post</a></h1><h2>Boats come home</h2>${text}`,
  );
  expect(read(html).title).toBe('Boats come home');
});

test('without a headline on the page, what it tells other programs counts, the site taken off', () => {
  const head =
    '<meta property="og:site_name" content="The Harbour Post"><title>Boats come home - The Harbour Post</title>';
  expect(read(page(head, text)).title).toBe('Boats come home');
});

test('a kicker inside the headline is left out where the page calls the article by the rest', () => {
  const html = page(
    '<meta property="og:title" content="Boats come home">',
    `<h1><span class="kicker">At the harbour</span> Boats come home</h1>${text}`,
  );
  expect(read(html).title).toBe('Boats come home');
});

test('of several headings, the one that the metadata confirm is the title', () => {
  const html = page(
    '<meta property="og:title" content="Boats come home">',
    `<h1>News</h1><h1>Boats come home</h1>${text}<h2>What comes next</h2>${text}`,
  );
  expect(read(html).title).toBe('Boats come home');
});

test('soft hyphens and doubly escaped characters do not show in the title', () => {
  expect(read(page('', `<h1>Har&shy;bour news</h1>${text}`)).title).toBe('Harbour news');
  expect(read(page('<meta property="og:title" content="Salt &amp;amp; wind">', text)).title).toBe(
    'Salt & wind',
  );
});

test('a heading in the middle of a fragment is no title', () => {
  expect(read(`${text}<h2>Later that day</h2>${text}`).title).toBeUndefined();
  expect(read(`<h2>Boats come home</h2>${text}`).title).toBe('Boats come home');
});
