import { describe, expect, it } from 'vitest';
import { absoluteSrcset } from '../../src/entry/content/srcset.js';
import { plain } from '../../src/entry/plain.js';
import { references } from '../../src/entry/references.js';
import { sampleArticle } from '../support/article.js';

const permalink = 'https://example.org/harbour/ferry/';
const quay = { size: 321 };

function find(reference: string, base?: string) {
  const body = { markup: 'html' as const, text: '', line: 1, ...(base !== undefined && { base }) };
  const neighbours = (path: string) => ({ 'harbour/quay.jpg': quay, 'top.png': { size: 7 } })[path];
  return references(sampleArticle({ body }), permalink, 'https://example.org/', neighbours)(reference);
}

describe('a reference', () => {
  it.each([
    ['quay.jpg', { address: 'https://example.org/harbour/quay.jpg', file: quay, path: 'harbour/quay.jpg' }],
    [
      './sub/../quay.jpg?v=2',
      { address: 'https://example.org/harbour/quay.jpg?v=2', file: quay, path: 'harbour/quay.jpg' },
    ],
    ['/top.png', { address: 'https://example.org/top.png', file: { size: 7 }, path: 'top.png' }],
    ['../../../quay.jpg', { address: 'https://example.org/quay.jpg' }],
    ['%zz.jpg', { address: 'https://example.org/harbour/ferry/%zz.jpg' }],
    ['//other.example/a.jpg', { address: 'https://other.example/a.jpg' }],
    ['  ', undefined],
    ['http://[', undefined],
  ])('%j leads where a browser would take it, and to the file that lies there', (reference, target) => {
    expect(find(reference)).toEqual(target);
  });

  it('counts from what the body says, unless that would make every one of them long', () => {
    expect(find('a.html', 'https://example.org/old/')?.address).toBe('https://example.org/old/a.html');
    expect(find('a.html', `https://example.org/${'old/'.repeat(1000)}`)?.address).toBe(`${permalink}a.html`);
  });
});

describe('the candidates of an image', () => {
  const resolve = (source: string) => (source.startsWith('x') ? undefined : `https://example.org/${source}`);

  it('are those that may be loaded, with what is said of them', () => {
    expect(absoluteSrcset('a.jpg 1x, x.jpg 2x, b.jpg 640w', resolve)).toBe(
      'https://example.org/a.jpg 1x, https://example.org/b.jpg 640w',
    );
  });

  it('are none where none may be, or where there are too many to be looked at', () => {
    expect(absoluteSrcset('x.jpg 2x', resolve)).toBeUndefined();
    expect(absoluteSrcset('a.jpg 1x, '.repeat(1000), resolve)).toBeUndefined();
  });
});

describe('plain text of two directions', () => {
  it('stays where each turn is closed', () => {
    for (const text of ['A \u202Bשלום\u202C b', 'A \u2067שלום\u2069 b', '\u202A\u2066a\u2069\u202C'])
      expect(plain(text)).toBe(text);
  });

  it('loses its turns where one is left open, so that nothing behind it is turned around', () => {
    for (const text of ['A \u202Bשלום b', 'A \u2067שלום b', '\u202A\u2066a\u202C'])
      expect(plain(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});
