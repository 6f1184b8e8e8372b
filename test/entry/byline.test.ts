import { describe, expect, it } from 'vitest';
import { byline } from '../../src/entry/byline.js';
import { known } from '../../src/entry/language.js';
import { plain } from '../../src/entry/plain.js';
import { plainTitle } from '../../src/entry/title.js';

describe('an author', () => {
  it('has a name without markup, and addresses that lead somewhere', () => {
    const written = {
      name: 'Ines <b>',
      email: 'ines@example.org',
      uri: 'https://example.org/a b',
      avatar: 'HTTP://example.org/a.png',
    };
    expect(byline([written])).toEqual([
      {
        name: 'Ines b',
        email: 'ines@example.org',
        uri: 'https://example.org/a%20b',
        avatar: 'http://example.org/a.png',
      },
    ]);
  });
  it('without a name is none', () => {
    expect(byline([{ name: ' <> ' }, { name: '' }, { name: 'Bo' }])).toEqual([{ name: 'Bo' }]);
  });
  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,aa',
    '/bo',
    'https://exa mple.org/',
    'xhttps://a.b',
    '',
  ])('has no page and no picture at %j', (uri) => {
    expect(byline([{ name: 'Bo', uri, avatar: uri }])).toEqual([{ name: 'Bo' }]);
  });
  it.each(['a@b.c', 'x.y+z@a.b-c.example', "o'h!#$%&*/=?^`{|}~-@b.co", 'A@B.C', 'a@bc.d-e1'])(
    'can be written to at %s',
    (email) => {
      expect(byline([{ name: 'Bo', email }])).toEqual([{ name: 'Bo', email }]);
    },
  );
  it.each([
    '',
    'a@localhost',
    '@b.c',
    'a@b.c.',
    'a@b..c',
    'x a@b.c',
    'a@b.c x',
    'a@b_c.d',
    'a@b.-c',
    'a@b.c_d',
  ])('cannot be written to at %j', (email) => {
    expect(byline([{ name: 'Bo', email }])).toEqual([{ name: 'Bo' }]);
  });
});

describe('plain text', () => {
  it.each([
    [' a\n\t b ', 'a b'],
    ['a </b> c </H2>', 'a </b > c </H2 >'],
    ['a < /b>', 'a < /b>'],
    // What is opened for text of the other direction and not closed, would turn round what follows.
    ['\u202Aab', 'ab'],
    ['\u202Aab\u202C', '\u202Aab\u202C'],
    ['\u202Bab\u202C', '\u202Bab\u202C'],
    ['ab\u202C', 'ab'],
    ['\u2066a\u2069 \u2067b\u2069 \u2068c\u2069', '\u2066a\u2069 \u2067b\u2069 \u2068c\u2069'],
    ['\u2066ab', 'ab'],
    ['ab\u2069', 'ab'],
    ['\u202Aab\u2069', 'ab'],
    ['\u202Aa\u202C \u2066b', 'a b'],
  ])('%j is %j', (given, made) => {
    expect(plain(given)).toBe(made);
  });
});

describe('the title', () => {
  it.each([
    ['a<br>b<br/>c<br />d<wbr>e</br>f', 'a b c d e f'],
    ['<b>x <i class="y">z</i></b>', 'x z'],
    ['<a href="x">y</a > <EM>z</EM>', 'y z'],
    ['The <details> element', 'The <details> element'],
    ['<b>x', '<b>x'],
    ['a <brand> b', 'a <brand> b'],
  ])('%s is %s', (given, made) => {
    expect(plainTitle(given)).toBe(made);
  });
});

describe('the language', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en-GB'],
    ['zu', 'zu'],
    ['aa', 'aa'],
    ['jp', 'ja'],
    ['jp-JP', 'ja-JP'],
    ['cn-Hans-CN', 'zh-CN'],
    ['eng-US', 'en-US'],
    ['gr', 'el'],
  ])('%s is %s', (given, made) => {
    expect(known(given)).toBe(made);
  });
  it.each(['xx', '', 'english', undefined, 'x-jp'])('%s is none', (given) => {
    expect(known(given)).toBeUndefined();
  });
});
