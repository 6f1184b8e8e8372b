import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const day = (instant: number | undefined) => instant && new Date(instant).toISOString().slice(0, 10);

test('the date that the page states in its metadata is the date of publication', () => {
  const head = '<meta property="article:published_time" content="2024-03-05T18:30:00+02:00">';
  const { published, found } = read(page(head, `<h1>Boats</h1>${text}`));
  expect(published).toBe(Date.UTC(2024, 2, 5, 16, 30));
  expect(found.published).toEqual({ in: 'body', line: 4 });
});

test.each([
  '<time itemprop="datePublished" datetime="2024-03-05">yesterday</time>',
  '<abbr class="published" title="2024-03-05T10:00:00Z">10:00</abbr>',
  '<p class="byline">Posted on March 5, 2024 by <a rel="author" href="/jd">Jane Doe</a></p>',
  '<div>5. März 2024</div>',
  '<p>Published: 5 March 2024</p>',
  '<p><span>Datum</span><b>05.03.2024</b></p>',
])('a date beside the headline is found in %s', (markup) => {
  expect(day(read(page('', `<h1>Boats come home</h1>${markup}${text}`)).published)).toBe('2024-03-05');
});

test('the day in the address of the page is a date, a month is none', () => {
  const at = (address: string) => day(read(page(`<link rel="canonical" href="${address}">`, text)).published);
  expect(at('https://example.org/2024/03/05/boats')).toBe('2024-03-05');
  expect(at('https://example.org/2024/03/boats')).toBeUndefined();
});

test('dates of comments, of other stories and in the text are not the date of the article', () => {
  const comments = '<div id="comments"><p>Ann, <time datetime="2025-05-05">5 May 2025</time></p></div>';
  const story =
    '<p>It was on <time datetime="2012-04-14">14 April 2012</time> that the boats had gone out, and nobody had thought of them since then, nor of the men who sailed in them.</p>';
  expect(read(page('', `<h1>Boats come home</h1>${story}${text}${comments}`)).published).toBeUndefined();
});

test('a date of change is kept apart, and stands in where it is the only one', () => {
  const changed = '<meta property="article:modified_time" content="2024-03-07T00:00:00Z">';
  const both = read(page(`<meta property="article:published_time" content="2024-03-05">${changed}`, text));
  expect([day(both.published), day(both.updated)]).toEqual(['2024-03-05', '2024-03-07']);
  const one = read(page(changed, text));
  expect([day(one.published), day(one.updated)]).toEqual(['2024-03-07', undefined]);
});

test('American pages write the month first, others the day', () => {
  const dated = page('', `<h1>Boats</h1><p>Posted 3/5/2024</p>${text}`);
  expect(day(read(dated).published)).toBe('2024-05-03');
  expect(day(read(dated.replace('en-GB', 'en-US')).published)).toBe('2024-03-05');
});

test('a relative date counts from the time of the file', () => {
  const html = page('', `<h1>Boats</h1><time>2 hours ago</time>${text}`);
  const { published, found } = read(html);
  expect(published).toBe(Date.UTC(2026, 4, 31, 22));
  expect(found.published).toMatchObject({ in: 'body', relative: true });
});

test('a date that stands fast is not said to be relative', () => {
  const html = page('', `<h1>Boats</h1><time>5 March 2024</time>${text}`);
  expect(read(html).found.published).not.toHaveProperty('relative');
});

test.each([
  '<meta http-equiv="expires" content="Thu, 01 Jan 2015 00:00:00 GMT">',
  '<meta name="expires" content="2015-01-01">',
  '<meta property="article:expiration_time" content="2015-01-01T00:00:00Z">',
  '<script type="application/ld+json">{"@type": "NewsArticle", "expires": "2015-01-01"}</script>',
])('a saved page does not expire, whatever it told caches and networks: %s', (head) => {
  const { expires, found } = read(page(head, `<h1>Boats</h1>${text}`));
  expect([expires, found.expires]).toEqual([undefined, undefined]);
});
