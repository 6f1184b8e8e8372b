import { describe, expect, it } from 'vitest';
import { atom, findingsOf, told } from './told.js';

describe('Atom 1.0', () => {
  it('that is as it should be has nothing told of it', () => {
    expect(findingsOf(atom())).toEqual([]);
  });

  it.each<[what: string, parts: Record<string, string | undefined>, found: string[]]>([
    ['no id', { id: undefined }, ['7:1 feed-element-missing']],
    ['an id that is no address', { id: '<id>ferry</id>' }, ['8:5 feed-id-invalid']],
    ['an id that is no uuid', { id: '<id>urn:uuid:12</id>' }, ['8:5 feed-id-invalid']],
    ['an id that is no tag', { id: '<id>tag:example.org:ferry</id>' }, ['8:5 feed-id-invalid']],
    ['spaces around the id', { id: '<id> https://example.org/a </id>' }, ['8:5 feed-value-doubtful']],
    [
      'a date of mail',
      { updated: '<updated>Wed, 06 May 2026 10:00:00 GMT</updated>' },
      ['10:10 feed-date-invalid'],
    ],
    [
      'a date without zone',
      { updated: '<updated>2026-05-06T10:00:00</updated>' },
      ['10:10 feed-date-invalid'],
    ],
    [
      'a date in small letters',
      { updated: '<updated>2026-05-06t10:00:00z</updated>' },
      ['10:10 feed-date-invalid'],
    ],
    [
      'a 30th of February',
      { updated: '<updated>2026-02-30T10:00:00Z</updated>' },
      ['10:10 feed-date-invalid'],
    ],
    [
      'a change before the publication',
      { published: '<published>2026-05-07T08:00:00Z</published>' },
      ['10:10 feed-date-order'],
    ],
    ['a relative link', { link: '<link href="/ferry/"/>' }, ['11:1 feed-address-relative']],
    ['a relative link with a base', { link: '<link xml:base="https://example.org/" href="ferry/"/>' }, []],
    ['a link without address', { link: '<link rel="alternate"/>' }, ['11:1 feed-attribute-missing']],
    [
      'a relation that is none',
      { more: '<link rel="ferry" href="https://example.org/x"/>' },
      ['13:1 feed-value-doubtful'],
    ],
    [
      'a relation of somebody',
      { more: '<link rel="https://example.org/rel" href="https://example.org/x"/>' },
      [],
    ],
    ['two pages of one type', { more: '<link href="https://example.org/x"/>' }, ['13:1 feed-link-repeated']],
    ['two pages of two types', { more: '<link type="application/pdf" href="https://example.org/x"/>' }, []],
    ['a category without term', { more: '<category label="x"/>' }, ['13:1 feed-attribute-missing']],
    ['a type that is none', { title: '<title type="markdown">a</title>' }, ['9:1 feed-value-invalid']],
    ['HTML that says it is text', { title: '<title>&lt;b>a&lt;/b></title>' }, ['9:8 feed-title-markup']],
    ['HTML that says it is', { title: '<title type="html">&lt;b>a&lt;/b></title>' }, []],
    [
      'XHTML without its div',
      { content: '<content type="xhtml">a</content>' },
      ['12:1 feed-element-missing'],
    ],
    [
      'XHTML',
      { content: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a</div></content>' },
      [],
    ],
    [
      'a script in XHTML',
      {
        content: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><script/></div></content>',
      },
      ['12:65 feed-content-unsafe'],
    ],
    ['nothing to read', { link: undefined, content: undefined }, ['7:1 feed-content-missing']],
    [
      'content elsewhere without a summary',
      { content: '<content type="audio/mpeg" src="https://example.org/a.mp3"/>' },
      ['7:1 feed-element-missing'],
    ],
    [
      'an e-mail that is none',
      { author: '<author><name>a</name><email>b</email></author>' },
      ['13:30 feed-value-invalid'],
    ],
    [
      'an author without name',
      { author: '<author><email>a@example.org</email></author>' },
      ['13:1 feed-element-missing'],
    ],
  ])('%s', (_, parts, found) => {
    expect(told(atom(parts))).toEqual(found);
  });

  it('needs an author, of the feed or of each entry', () => {
    expect(told(atom({}, { author: undefined }))).toEqual(['6:1 feed-element-missing']);
    const own = { author: '<author><name>Ines</name></author>' };
    expect(told(atom(own, { author: undefined }))).toEqual([]);
  });

  it('under another prefix is the same', () => {
    const prefixed = atom({}, { author: undefined })
      .replace(/<(\/?)(\w)/g, '<$1a:$2')
      .replace('xmlns=', 'xmlns:a=');
    expect(told(prefixed)).toEqual(['6:1 feed-element-missing']);
  });

  it('needs its namespace', () => {
    expect(told('<feed><title>a</title></feed>')).toEqual(['1:1 feed-namespace']);
    expect(told('<feed xmlns="http://purl.org/atom/ns#"/>')).toEqual(['1:1 feed-old']);
  });
});

describe('the rarer parts of Atom', () => {
  it.each<[what: string, line: string, found: string[]]>([
    ['an empty generator', '<generator/>', ['7:1 feed-value-empty']],
    [
      'a generator with an address that is none',
      '<generator uri="my page">a</generator>',
      ['7:1 feed-address-invalid'],
    ],
    ['an icon with a space', '<icon>a b.png</icon>', ['7:7 feed-address-invalid']],
    [
      'a subtitle in HTML that says nothing of it',
      '<subtitle>&lt;i>a&lt;/i></subtitle>',
      ['7:11 feed-title-markup'],
    ],
    ['a category without scheme', '<category term="a" scheme="b"/>', ['7:1 feed-address-relative']],
    [
      'a contributor',
      '<contributor><name>a</name><uri>https://example.org/ </uri></contributor>',
      ['7:33 feed-value-doubtful'],
    ],
    ['an extension', '<x xmlns="urn:x">a</x>', []],
    ['two ids', '<id>https://example.org/b</id>', ['7:1 feed-element-repeated']],
  ])('a feed with %s', (_, line, found) => {
    expect(told(atom({}, { more: line }))).toEqual(found);
  });

  it.each<[what: string, line: string, found: string[]]>([
    [
      'a source',
      '<source><id>https://example.org/</id><title>a</title><updated>x</updated></source>',
      ['13:63 feed-date-invalid'],
    ],
    [
      'a length that is none',
      '<link rel="enclosure" length="much" href="https://example.org/a.mp3"/>',
      ['13:1 feed-value-invalid'],
    ],
    ['an empty relation', '<link rel="" href="https://example.org/a"/>', ['13:1 feed-value-empty']],
    ['an empty term', '<category term=""/>', ['13:1 feed-value-empty']],
  ])('an entry with %s', (_, line, found) => {
    expect(told(atom({ more: line }))).toEqual(found);
  });

  it.each<[what: string, content: string, found: string[]]>([
    [
      'elements that should be escaped',
      '<content type="html"><p>a</p></content>',
      ['12:22 feed-element-unknown'],
    ],
    ['elements in text', '<summary><b>a</b></summary><content>b</content>', ['12:10 feed-element-unknown']],
    [
      'a source and a text',
      '<content src="https://example.org/a" type="text/html">a</content><summary>b</summary>',
      ['12:1 feed-value-doubtful'],
    ],
    [
      'a source of a type for text',
      '<content src="https://example.org/a" type="html"/><summary>b</summary>',
      ['12:1 feed-value-invalid'],
    ],
    ['a type that is none', '<content type="words">a</content>', ['12:1 feed-value-invalid']],
    [
      'text around the div',
      '<content type="xhtml">a<div xmlns="http://www.w3.org/1999/xhtml">b</div></content>',
      ['12:23 feed-value-doubtful'],
    ],
    [
      'two divs',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">b</div><a/></content>',
      ['12:72 feed-element-unknown'],
    ],
  ])('content with %s', (_, content, found) => {
    expect(told(atom({ content }))).toEqual(found);
  });

  it('a document may be one entry', () => {
    const entry = (more: string) =>
      `<entry xmlns="http://www.w3.org/2005/Atom"><id>tag:example.org,2026:a</id><title>a</title><updated>2026-05-06T08:00:00Z</updated><content>b</content>${more}</entry>`;
    expect(told(entry('<author><name>c</name></author>'))).toEqual([]);
    expect(told(entry(''))).toEqual(['1:1 feed-element-missing']);
  });
});
