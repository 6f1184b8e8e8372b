import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const body = (article: string, head = '') => read(page(head, article)).body.text;

test('the body is the text of the article, without navigation, sidebar and footer', () => {
  const { body } = read(
    page('<title>Boats</title>', `<article><h1>Boats</h1><div class="entry-content">${text}</div></article>`),
  );
  expect(body).toMatchObject({ markup: 'html', line: 9 });
  expect(body.text).toBe(text);
});

test('title, byline and date are not shown twice', () => {
  expect(body(`<article><h1>Boats</h1><p>By Jane Doe</p><p>5 March 2024</p>${text}</article>`)).toBe(text);
});

test.each([
  '<div class="comments"><p>A reader writes at great length that the boats were never gone, and knows why they were not.</p></div>',
  '<div class="share-buttons"><a href="https://example.org/share">Share this</a></div>',
  '<section class="related-posts"><h3>Related</h3><p>Another story of the harbour, which readers may also like to read.</p></section>',
  '<form class="newsletter"><p>Subscribe to our letter, and never miss a boat again, we promise.</p><input></form>',
  '<p>Read more: <a href="/other">The lighthouse keeper tells all</a></p>',
  '<h3>You may also like</h3><ul><li><a href="/a">The lighthouse</a></li><li><a href="/b">The quay</a></li></ul>',
  '<script>track()</script>',
])('%s is left out', (markup) => {
  const left = body(`<article><h1>Boats</h1>${text}${markup}</article>`).replace(/\s+$/, '');
  expect(left).toBe(text);
});

test('a container whose name tells of a state is still article', () => {
  expect(
    body(
      `<article class="is-premium"><div class="entry-content has-ads content--sponsored">${text}</div></article>`,
    ),
  ).toContain('The harbour was quiet');
});

test('sections that stand side by side are all kept', () => {
  const left = body(`<div><section>${text}${text}${text}</section><section>${text}</section></div>`);
  expect(left.match(/The harbour was quiet/g)).toHaveLength(4);
});

test('a standfirst outside of the text is kept', () => {
  const lead =
    'The boats that everybody had given up for lost came home today, to the joy of the whole town.';
  const left = body(
    `<div class="top"><h1>Boats</h1><p class="standfirst">${lead}</p></div><div class="article-body">${text}${text}</div>`,
  );
  expect(left.startsWith(`<p>${lead}</p>`)).toBe(true);
});

test('a page written by hand is kept whole', () => {
  const html = `<html><head><title>Boats</title></head><body><h1>Boats</h1><p>Short.</p>${text}<ul><li>One</li></ul><p>End.</p></body></html>`;
  expect(read(html).body.text).toBe(`<p>Short.</p>${text}<ul><li>One</li></ul><p>End.</p>`);
});

test('a page without anything like an article still gives its text', () => {
  expect(read('<html><body><div class="menu">Hello there</div></body></html>').body.text).toContain(
    'Hello there',
  );
});

test('images that wait for a script are shown', () => {
  const image = '<p><img src="data:image/gif;base64,R0" data-src="/boats.jpg"></p>';
  expect(body(`<article>${text}${image}</article>`)).toContain('src="/boats.jpg"');
});

test('relative references count from the base element, else from the address of the page', () => {
  const canonical = '<link rel="canonical" href="https://example.org/news/boats">';
  expect(read(page(canonical, text)).body.base).toBe('https://example.org/news/boats');
  expect(read(page(`${canonical}<base href="/files/">`, text)).body.base).toBe('https://example.org/files/');
  expect(read(page('', text)).body.base).toBeUndefined();
});
