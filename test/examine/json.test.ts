import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOf } from '../../src/examine/json-tree.js';
import { findingsOf, json, told } from './told.js';

describe('JSON Feed', () => {
  it('that is as it should be has nothing told of it', () => {
    expect(findingsOf(json())).toEqual([]);
  });

  it.each<[what: string, item: object, found: string[]]>([
    ['no id', { id: undefined }, ['6:3 feed-element-missing']],
    ['a number for an id', { id: 7 }, ['7:10 feed-value-invalid']],
    ['nothing to read', { content_html: undefined }, ['6:3 feed-content-missing']],
    ['text alone', { content_html: undefined, content_text: 'Sails' }, []],
    ['a date of mail', { date_published: 'Wed, 06 May 2026 10:00:00 GMT' }, ['10:22 feed-date-invalid']],
    ['a date to come', { date_published: '2099-05-06T10:00:00Z' }, ['10:22 feed-date-future']],
    ['one author', { author: { name: 'Ines' } }, ['10:14 feed-value-doubtful']],
    ['authors that are no list', { authors: { name: 'Ines' } }, ['10:15 feed-value-invalid']],
    ['an author who is nobody', { authors: [{}] }, ['11:5 feed-element-missing']],
    [
      'an attachment without type',
      { attachments: [{ url: 'https://example.org/a.mp3' }] },
      ['11:5 feed-element-missing'],
    ],
    ['tags in one text', { tags: 'a, b' }, ['10:12 feed-value-invalid']],
    ['a relative image', { content_html: '<img src="a.png">' }, ['8:20 feed-address-relative']],
    ['a script', { content_html: '<script>x()</script>' }, ['8:20 feed-content-unsafe']],
    ['a control character', { summary: 'a\u0007b' }, ['10:15 feed-value-doubtful']],
    [
      'an item that is none',
      { id: undefined, content_html: undefined, url: 7 },
      ['6:3 feed-element-missing', '6:3 feed-content-missing', '7:11 feed-value-invalid'],
    ],
    ['a tag that is no text', { tags: [7] }, ['11:5 feed-value-invalid']],
    [
      'a size in words',
      { attachments: [{ url: 'https://example.org/a', mime_type: 'audio/mpeg', size_in_bytes: 'big' }] },
      ['14:23 feed-value-invalid'],
    ],
    ['an attachment that is none', { attachments: ['a'] }, ['11:5 feed-value-invalid']],
    ['a blank id', { id: ' ' }, ['7:10 feed-value-empty']],
    ['HTML in the title', { title: '<i>a</i>' }, ['10:13 feed-title-markup']],
  ])('%s', (_, item, found) => {
    expect(told(json(item))).toEqual(found);
  });

  it.each<[what: string, feed: object, found: string[]]>([
    ['no title', { title: undefined }, ['1:1 feed-element-missing']],
    ['no items', { items: undefined }, ['1:1 feed-element-missing']],
    ['items that are no list', { items: {} }, ['5:11 feed-value-invalid']],
    ['no entry', { items: [] }, ['1:1 feed-empty']],
    ['another version', { version: '2' }, ['2:13 feed-value-invalid']],
    ['version 1', { version: 'https://jsonfeed.org/version/1', author: { name: 'Ines' } }, ['2:13 feed-old']],
    ['a blank title', { title: '' }, ['3:11 feed-value-empty']],
    ['an item that is no object', { items: ['a'] }, ['6:3 feed-value-invalid']],
    ['hubs', { hubs: [{ type: 'WebSub', url: 'https://hub.example.org/' }] }, []],
    [
      'a hub without address',
      { hubs: [{ type: 'WebSub' }, 'a'] },
      ['13:3 feed-element-missing', '16:3 feed-value-invalid'],
    ],
    ['hubs that are no list', { hubs: 'a' }, ['12:10 feed-value-invalid']],
    ['an end in words', { expired: 'yes' }, ['12:13 feed-value-invalid']],
    ['no address of its own', { feed_url: undefined }, ['1:1 feed-link-self']],
    [
      'two items of one id',
      {
        items: [
          { id: 'a', content_text: 'a' },
          { id: 'a', content_text: 'b' },
        ],
      },
      ['11:10 feed-id-repeated'],
    ],
  ])('a feed with %s', (_, feed, found) => {
    expect(told(json({}, feed))).toEqual(found);
  });

  it.each([
    ['{"version": "x",}', '1:17', 'a comma stands before the end'],
    ['{"version" "x"}', '1:12', 'a colon is missing behind "version"'],
    ['{"version":\n "x" "y"}', '2:6', 'a comma is missing'],
    ["{'version': 1}", '1:2', 'a name in double quotes is missing'],
    ['{"version": tru}', '1:13', '"tru" is no value'],
    ['{"version": "a\nb"}', '1:13', 'a text holds a line end'],
    ['{"version": "a', '1:13', 'a text has no end'],
    ['{"version": [1, 2', '1:18', 'it ends too soon'],
    ['{"version": 1} x', '1:16', 'something stands behind its end'],
    [`{"version": ${'['.repeat(100_000)}`, '1:213', 'deep'],
  ])('that is none: %s', (text, place, reason) => {
    const [found, ...others] = findingsOf(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'feed-unparsable', message: expect.stringContaining(reason) });
    expect(`${found?.line}:${found?.column}`).toBe(place);
  });

  it('is read as JSON.parse reads it, whatever it is', () => {
    const plain = (one: ReturnType<typeof jsonOf>): unknown => {
      if (one === undefined) return undefined;
      const { value } = one;
      if (value instanceof Map)
        return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
      return Array.isArray(value) ? value.map(plain) : value;
    };
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.nat(4), (text, indent) => {
        if (text.includes('__proto__')) return;
        const written = JSON.stringify(JSON.parse(text), undefined, indent);
        expect(plain(jsonOf(written, () => undefined))).toEqual(JSON.parse(written));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \n19atrue-.e') }), (text) => {
        let isGood = true;
        try {
          JSON.parse(text);
        } catch {
          isGood = false;
        }
        let told = 0;
        const json = jsonOf(text, (code) => {
          if (code === 'feed-unparsable') told++;
          return undefined;
        });
        expect({ isRead: json !== undefined, told }).toEqual({ isRead: isGood, told: isGood ? 0 : 1 });
      }),
      { numRuns: 500 },
    );
  });
});
