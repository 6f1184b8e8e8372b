import { describe, expect, it } from 'vitest';
import { absolute, fileAddress, isWeb } from '../../src/entry/address.js';
import { publicPath } from '../../src/entry/public-path.js';
import { references, resolver } from '../../src/entry/references.js';
import { sampleArticle } from '../support/article.js';

describe('an address', () => {
  it.each([
    [' a b ', 'https://example.org/d/a%20b'],
    ['http://a_b.example/', 'http://a_b.example/'],
    ['http://a-b.example:8080/x', 'http://a-b.example:8080/x'],
    ['x[1]|\\^`{}<>" y', 'https://example.org/d/x%5B1%5D%7C/%5E%60%7B%7D%3C%3E%22%20y'],
    ['?a=[1]#<x>', 'https://example.org/d/p?a=%5B1%5D#%3Cx%3E'],
    ['mailto:a b', 'mailto:a%20b'],
    ['http://user:pw@h.example/x[', 'http://user:pw@h.example/x%5B'],
    ['//h.example/h.example[', 'https://h.example/h.example%5B'],
  ])('%s is %s', (given, made) => {
    expect(absolute(given, 'https://example.org/d/p')).toBe(made);
  });
  it.each(['http://[::1]/', 'http://exa mple/', 'http://a,b/', 'http://'])('%s is none', (given) => {
    expect(absolute(given, 'https://example.org/')).toBeUndefined();
  });
  it('leads to the web where a host stands in it', () => {
    expect(['http://a', 'HTTPS://a/b'].map(isWeb)).toEqual([true, true]);
    const others = ['http:///', 'xhttp://a', 'ftp://a', 'http:/a', 'https:', 'see http://a'];
    expect(others.map(isWeb)).toEqual(others.map(() => false));
  });
  it('of a file has each sign of its name escaped that would part it', () => {
    expect(fileAddress('a b/c#?%.jpg', 'https://example.org/x/')).toBe(
      'https://example.org/x/a%20b/c%23%3F%25.jpg',
    );
  });
});

describe('what readers may follow and load', () => {
  const resolve = resolver((address) => ({ address }));
  it.each([
    'mailto:a',
    'tel:1',
    'sms:1',
    'xmpp:a',
    'irc:a',
    'ircs:a',
    'FTP:a',
    'magnet:?x',
    'gopher:a',
    'gemini:a',
    'geo:1',
  ])('%s is followed, never loaded', (address) => {
    expect([resolve(address, 'link'), resolve(address, 'media')]).toEqual([address, undefined]);
  });
  it.each(['png', 'gif', 'jpeg', 'webp', 'avif', 'PNG'])('an image in the text is loaded: %s', (type) => {
    const address = `data:image/${type};base64,aZ09+/==`;
    expect([resolve(address, 'link'), resolve(address, 'media')]).toEqual([undefined, address]);
  });
  it.each([
    'javascript:alert(1)',
    'xmailto:a',
    'mailto:',
    'mailto: a',
    'data:image/svg+xml;base64,aa',
    'data:text/html;base64,aa',
    'data:image/png,aa',
    'data:image/png;base64,',
    'data:image/png;base64,a"a',
    'data:image/png;base64,aa"',
    'xdata:image/png;base64,aa',
    'file:///etc/passwd',
  ])('%s is neither', (address) => {
    expect([resolve(address, 'link'), resolve(address, 'media')]).toEqual([undefined, undefined]);
  });
  it('the web is both', () => {
    expect([resolve('http://a', 'link'), resolve('http://a', 'media')]).toEqual(['http://a', 'http://a']);
  });
  it('what leads nowhere is neither', () => {
    expect(resolver(() => undefined)('x', 'link')).toBeUndefined();
  });
});

describe('a reference', () => {
  const site = 'https://example.org/news/';
  const permalink = 'https://example.org/news/harbour/ferry/';
  const files = new Map([
    ['harbour/a.jpg', { size: 1 }],
    ['top.jpg', { size: 2 }],
    ['harbour/ä b.jpg', { size: 3 }],
    ['tide.md', { size: 4, permalink: 'https://example.org/news/tide/' }],
    ['harbour/ferry/in/b.jpg', { size: 5 }],
    ['ferry/b.jpg', { size: 6 }],
  ]);
  const find = (reference: string, path = 'harbour/ferry.md', base?: string) => {
    const body = { markup: 'markdown', text: '', line: 1, ...(base && { base }) } as const;
    return references(sampleArticle({ path, body }), permalink, site, (name) => files.get(name))(reference);
  };
  it.each([
    ['a.jpg', 'harbour/a.jpg', 1],
    ['./a.jpg', 'harbour/a.jpg', 1],
    [' .//a.jpg ', 'harbour/a.jpg', 1],
    ['a.jpg?x=1#y', 'harbour/a.jpg?x=1#y', 1],
    ['../top.jpg', 'top.jpg', 2],
    ['/top.jpg', 'top.jpg', 2],
    ['%C3%A4%20b.jpg', 'harbour/%C3%A4%20b.jpg', 3],
  ])('%s leads to a file', (reference, place, size) => {
    expect(find(reference)).toEqual({
      address: site + place,
      file: { size },
      path: decodeURI(place.replace(/[?#].*/, '')),
    });
  });
  it('to a file of a bundle lies beside its page, to others in their place', () => {
    expect(find('in/b.jpg', 'harbour/ferry/index.md')?.address).toBe(`${permalink}in/b.jpg`);
    expect(find('in/b.jpg', 'harbour/ferry/INDEX.html')?.address).toBe(`${permalink}in/b.jpg`);
    expect(find('in/b.jpg', 'harbour/ferry/index.de.md')?.address).toBe(`${site}harbour/ferry/in/b.jpg`);
    expect(find('../a.jpg', 'harbour/ferry/index.md')?.address).toBe(`${site}harbour/a.jpg`);
    expect(find('/ferry/b.jpg', 'harbour/ferry/index.md')?.address).toBe(`${site}ferry/b.jpg`);
  });
  it('to an article leads to its permalink, with what comes behind it', () => {
    expect(find('../tide.md')).toEqual({ address: 'https://example.org/news/tide/' });
    expect(find('/tide.md?a#b')).toEqual({ address: 'https://example.org/news/tide/?a#b' });
  });
  it.each([
    ['gone.jpg', `${permalink}gone.jpg`],
    ['/gone.jpg', 'https://example.org/gone.jpg'],
    ['../../../top.jpg', 'https://example.org/top.jpg'],
    ['%zz.jpg', `${permalink}%zz.jpg`],
    ['//cdn.example/top.jpg', 'https://cdn.example/top.jpg'],
    ['https://cdn.example/top.jpg', 'https://cdn.example/top.jpg'],
    ['top.jpg', `${permalink}top.jpg`],
  ])('%s leads elsewhere', (reference, address) => {
    expect(find(reference)).toEqual({ address });
  });
  it('that says nothing, or cannot be one, leads nowhere', () => {
    expect([find(''), find('  '), find('http://exa mple/')]).toEqual([undefined, undefined, undefined]);
  });
  it('counts from what the body says it counts from, unless that is made to make every one long', () => {
    expect(find('gone.jpg', 'a.md', '/old/x.html')?.address).toBe('https://example.org/old/gone.jpg');
    const long = (length: number) => `https://example.org/${'a'.repeat(length - 21)}/`;
    expect(find('x', 'a.md', long(2048))?.address).toBe(`${long(2048)}x`);
    expect(find('x', 'a.md', long(2049))?.address).toBe(`${permalink}x`);
  });
});

describe('the path that readers see', () => {
  it.each([
    ['a/_posts/b.md', 'a/b'],
    ['_drafts/b.c.md', 'b.c'],
    ['index.md', 'index'],
    ['_posts/index.md', 'index'],
    ['a/index.md', 'a'],
    ['a/_INDEX.html', 'a'],
    ['a/myindex.md', 'a/myindex'],
    ['a/indexes.md', 'a/indexes'],
    ['a.b/c', 'a.b/c'],
    ['a.b/c.md', 'a.b/c'],
  ])('%s is %s', (path, seen) => {
    expect(publicPath(path)).toBe(seen);
  });
});
