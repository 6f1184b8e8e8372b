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
