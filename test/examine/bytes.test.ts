import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atom, findingsOf, json, rss, told } from './told.js';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the encoding of a feed', () => {
  const zoe = '<title>Zoë</title>';

  it.each<[what: string, bytes: Uint8Array, charset: string | undefined, found: string[]]>([
    ['UTF-8', Buffer.from(rss({ title: zoe })), undefined, []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${rss({ title: zoe })}`), 'utf-8', []],
    ['UTF-16 with its mark', utf16(atom({ title: zoe })), undefined, []],
    ['UTF-16 without', utf16(atom({ title: zoe })).subarray(2), undefined, []],
    [
      'Latin-1 that says so',
      Buffer.from(rss({ title: zoe }).replace('utf-8', 'iso-8859-1'), 'latin1'),
      undefined,
      [],
    ],
    ['Latin-1 that says UTF-8', Buffer.from(rss({ title: zoe }), 'latin1'), undefined, ['1:1 feed-encoding']],
    [
      'Latin-1 that says nothing',
      Buffer.from(atom({ title: zoe }), 'latin1'),
      undefined,
      ['1:1 feed-encoding'],
    ],
    ['a server that says another', Buffer.from(rss()), 'iso-8859-1', ['1:1 feed-encoding-doubtful']],
    ['one that nobody knows', Buffer.from(rss().replace('utf-8', 'utf-9')), undefined, ['1:1 feed-encoding']],
  ])('%s', (_, bytes, charset, found) => {
    expect(told(bytes, charset ? { charset } : {})).toEqual(found);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'it is empty'],
    ['Good morning', 'it is neither XML nor JSON'],
    ['\u0000\u0001\u0002', 'it is neither XML nor JSON'],
    ['<!DOCTYPE html><title>a</title>', 'it is a page in HTML'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'it is a page in HTML'],
    ['<opml version="2.0"/>', 'it is XML, but <opml> begins no feed'],
    ['[1, 2]', 'it is JSON, but no JSON Feed'],
    ['{"name": "a"}', 'it is JSON, but no JSON Feed'],
  ])('%j is told what it is', (text, reason) => {
    const [found, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'feed-absent', message: `Cannot find a feed: ${reason}`, line: 1 });
  });

  it('a page offers the feeds that it names', () => {
    const page = `<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss.xml">
      <link href="https://example.org/feed.json" type="application/feed+json" rel="alternate">`;
    expect(findingsOf(page)[0]?.message).toContain('it names these: /rss.xml, https://example.org/feed.json');
  });
});

describe('XML that cannot be parsed', () => {
  it.each([
    ['<rss>\n<a></b>', '2:7'],
    ['<rss>\n  <title>a & b</title>', '2:12'],
    ['<rss>&nbsp;', '1:6'],
    ['<rss>\u0001', '1:6'],
    ['<rss a=1>', '1:8'],
    [`${'<a>'.repeat(501)}`, '1:1501'],
  ])('%j is told where', (text, place) => {
    const [found] = findingsOf(text).filter(({ code }) => code === 'feed-unparsable');
    expect(`${found?.line}:${found?.column}`).toBe(place);
  });

  it('entities that a document defines are not expanded', () => {
    const bombs = Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`);
    const text = `<!DOCTYPE rss [<!ENTITY a0 "ha">${bombs.join('')}]><rss version="2.0"><channel><title>&a20;</title></channel></rss>`;
    expect(findingsOf(text).map(({ message }) => message)).toEqual([
      'Cannot parse the XML: it uses an entity of its own, which readers do not expand',
    ]);
  });

  it.each([
    ['\n', 'an empty line or a space stands before <?xml'],
    ['<br />\n<b>Warning</b>: x.php\n', '"<br /> <b>Warning</b>: x.php" stands before <?xml'],
    ['Notice: x.php', '"Notice: x.php" stands before <?xml'],
  ])('%j that a program printed before the feed is told of as that', (before, reason) => {
    const [found, ...others] = findingsOf(before + rss());
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'feed-unparsable',
      message: `Cannot parse the XML: ${reason}`,
      line: 1,
    });
    const code = rss({
      description: '<description>&lt;?xml ... or <![CDATA[<?xml version="1.0"?>]]></description>',
    });
    expect(told(code.replace(/^.*\n/, ''))).toEqual([]);
  });
});

describe('whatever it is given', () => {
  it('it comes back, and places what it finds in the document', () => {
    const seeds = [rss(), atom(), json()];
    const pieces = '<>&;"\'/ \n{}[],:a0é\u0000-!?'.split('');
    const damaged = fc
      .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(60), fc.string({ unit: fc.constantFrom(...pieces) }))
      .map(([seed, at, length, more]) => {
        const from = at % seed.length;
        return seed.slice(0, from) + more + seed.slice(from + length);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const lines = text.split(/\r\n?|\n/);
        for (const { line = 0, column = 0, message } of findingsOf(text)) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
          expect(message).not.toContain('undefined ');
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void findingsOf(bytes)));
  });

  it('it takes a large feed in its stride', () => {
    const entry = rss().match(/<item>.*<\/item>/s)?.[0] ?? '';
    const many = Array.from({ length: 20_000 }, (_, at) => entry.replaceAll('/ferry/', `/ferry-${at}/`));
    const before = performance.now();
    expect(told(rss().replace(entry, many.join('\n')))).toEqual([]);
    const items = Array.from({ length: 50_000 }, (_, at) => ({ id: `${at}`, content_html: '<p>Sails</p>' }));
    expect(told(json({}, { items }))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});

describe('text that is made to take long', () => {
  it.each([
    ['comments before a page', `${'<!---->'.repeat(300_000)}<`],
    ['unclosed document types', `<!DOCTYPE a [${'<!DOCTYPE['.repeat(300_000)}`],
    ['unclosed tags in a title', rss({ title: `<title>${'&lt;b>'.repeat(300_000)}</title>` })],
    ['ampersands', rss({ title: `<title>${'&'.repeat(1_000_000)}</title>` })],
    [
      'spaces',
      rss({
        title: `<title>${' '.repeat(3_000_000)}x</title>`,
        link: `<link>${' '.repeat(3_000_000)}</link>`,
      }),
    ],
    ['addresses', rss({ link: `<link>https://example.org/${'%'.repeat(2_000_000)}</link>` })],
    ['people', rss({ author: `<author>${'a@'.repeat(1_000_000)}</author>` })],
    ['dates', rss({ pubDate: `<pubDate>${'1 '.repeat(1_000_000)}</pubDate>` })],
    ['HTML', rss({ description: `<description>${'&lt;'.repeat(1_000_000)}</description>` })],
    ['links of a page', `<html>${'<link rel="alternate" type="application/rss+xml" href="'.repeat(50_000)}`],
    ['quotes in JSON', `{"version": ${'"\\\\'.repeat(1_000_000)}`],
  ])('takes no longer for it: %s', (_, text) => {
    const before = performance.now();
    findingsOf(text);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
