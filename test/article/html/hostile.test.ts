import fc from 'fast-check';
import { expect, test } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

test('a page that nests too deep is published as paragraphs, with a problem and its metadata', () => {
  const deep = `<html><head><title>Deep</title></head><body>${'<div>'.repeat(5000)}first<p>second &amp; <b>third</b></p><script>no()</script>${'</div>'.repeat(5000)}`;
  const { title, body, problems } = read(deep);
  expect(title).toBe('Deep');
  expect(body.text).toBe('<p>first</p>\n<p>second &amp; third</p>');
  expect(problems.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'html-too-deep', path: 'page.html' },
  ]);
});

test('JSON-LD of any shape does no harm', () => {
  const shape = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      fc.constantFrom('Article', '#a', '', 1, null, true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          '@type',
          '@id',
          '@graph',
          'headline',
          'author',
          'name',
          'publisher',
          'image',
          'toString',
          'url',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    ),
  })).any;
  fc.assert(
    fc.property(shape, (thing) => {
      const script = `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
      expect(read(page(script, text)).body.text).toContain('harbour');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['open tags without end', '<i>'.repeat(100_000) + '</b>'.repeat(100_000)],
  ['brackets', '<'.repeat(500_000)],
  ['attributes without end', '<a href="x" '.repeat(50_000)],
  ['paragraphs', '<p>'.repeat(50_000)],
  ['bylines', `<html><body>${'<div class="author date">By Jane Doe 2020-01-01</div>'.repeat(5_000)}`],
  ['headings', `<title>A - B - C</title>${'<h2>A - B - C - D</h2>'.repeat(5_000)}`],
  ['brackets in JSON', `<script type="application/ld+json">${'['.repeat(200_000)}</script>`],
  ['things in things', `<script type="application/ld+json">${'{"mainEntity":'.repeat(9_000)}`],
  ['words that begin a byline', `<p>${'by By von '.repeat(50_000)}</p>`],
  ['separators', `<title>${'a - '.repeat(100_000)}</title><h1>${'a | '.repeat(100_000)}</h1>`],
])(
  'many %s are read in a moment',
  (_, html) => {
    const start = performance.now();
    read(html);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  60_000,
);

test('no text makes it throw, nor any page that is cut off', () => {
  const parts = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '<article class="a',
    'By ',
    'Jane Doe',
    '<!--',
    '-->',
    '<meta name="author" content="',
    '">',
    '<script type="application/ld+json">',
    '{"@type":"Article","author":[',
    '</script>',
    '<time datetime="2020-13-99">',
    '\u0000',
    '&#x110000;',
    '<title>',
    ' - ',
  );
  fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string())), (some) => void read(some.join(''))));
  const whole = page(
    '<title>Boats | Post</title><meta name="date" content="2024-03-05">',
    `<h1>Boats</h1><p>By Jane Doe</p>${text}`,
  );
  fc.assert(fc.property(fc.nat(whole.length), (end) => void read(whole.slice(0, end))));
});
