import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/article/card.js';
import { bundleOf, isBundleIndex, withhold } from '../../src/entry/withhold.js';

const stated = { in: 'front matter', line: 2 } as const;

function card(path: string, given: Partial<Card> = {}): Card {
  return {
    path,
    published: undefined,
    updated: undefined,
    expires: undefined,
    id: undefined,
    idLine: undefined,
    hold: undefined,
    hasText: true,
    found: { title: undefined, published: undefined, updated: undefined },
    ...given,
  };
}

const dated = { found: { title: undefined, published: stated, updated: undefined } };
const titled = { found: { title: stated, published: undefined, updated: undefined } };
const namedByPath = { found: { title: { in: 'path' } as const, published: undefined, updated: undefined } };
const whole = { found: { title: stated, published: stated, updated: undefined } };

describe('an article is no entry', () => {
  it.each([
    ['harbour/_index.md', 'section page'],
    ['_INDEX.html', 'section page'],
    ['_partials/head.md', 'partial'],
    ['harbour/_note.md', 'partial'],
    ['harbour/[slug].md', 'partial'],
    ['[...all].MDX', 'partial'],
    ['README.md', 'readme'],
    ['readme.de.md', 'readme'],
    ['docs/LICENCE.txt', 'readme'],
    ['license.md', 'readme'],
    ['COPYING.txt', 'readme'],
    ['CHANGELOG.md', 'readme'],
    ['CONTRIBUTING.md', 'readme'],
    ['CODE_OF_CONDUCT.md', 'readme'],
    ['code-of-conduct.zh-cn.md', 'readme'],
    ['SECURITY.md', 'readme'],
    ['AUTHORS.txt', 'readme'],
    ['notice.txt', 'readme'],
  ])('where its name says so: %s is a %s', (path, reason) => {
    expect(withhold(card(path), undefined)).toBe(reason);
  });
  it('where its author holds it back, before anything else', () => {
    expect(withhold(card('_index.md', { hold: 'draft' }), undefined)).toBe('draft');
  });
  it('where it says nothing: neither text nor a title of its own', () => {
    expect(withhold(card('a.md', { hasText: false }), undefined)).toBe('empty');
    expect(withhold(card('a.md', { hasText: false, ...namedByPath }), undefined)).toBe('empty');
    expect(withhold(card('a.md', { hasText: false, ...titled }), undefined)).toBeUndefined();
  });
  it.each([
    'ferry.md',
    '_posts/ferry.md',
    'a_index.md',
    '_posts/index_.md',
    'read-me-first.md',
    'my-readme.md',
    'readme-first.md',
    'x[slug].md',
    '[slug].md5x',
    '[draft] plan.md',
    'decode-of-conduct.md',
  ])('else it is one: %s', (path) => {
    expect(withhold(card(path), undefined)).toBeUndefined();
  });
  it('a file about the folder is an article where it states a date', () => {
    expect(withhold(card('README.md', dated), undefined)).toBeUndefined();
    expect(withhold(card('README.md', titled), undefined)).toBe('readme');
  });
});

describe('a file of a bundle', () => {
  const part = card('ferry/part.md');
  it('is part of the article that has the folder for itself', () => {
    expect(withhold(part, card('ferry/index.md', whole))).toBe('partial');
    expect(withhold({ ...part, ...namedByPath }, card('ferry/index.md', whole))).toBe('partial');
  });
  it('is an article of its own where it has a title or a date', () => {
    expect(withhold({ ...part, ...titled }, card('ferry/index.md', whole))).toBeUndefined();
    expect(withhold({ ...part, ...dated }, card('ferry/index.md', whole))).toBeUndefined();
  });
  it('or where the index merely lists what lies there', () => {
    for (const index of [{}, titled, dated, namedByPath])
      expect(withhold(part, card('ferry/index.md', index))).toBeUndefined();
    const byBody = { found: { ...whole.found, title: { in: 'body', line: 1 } as const } };
    expect(withhold(part, card('ferry/index.md', byBody))).toBeUndefined();
  });
  it('lies beside an index in Markdown, MDX or HTML', () => {
    expect(bundleOf('a/ferry/part.md')).toEqual([
      'a/ferry/index.md',
      'a/ferry/index.mdx',
      'a/ferry/index.html',
    ]);
    expect(bundleOf('ferry/index.md')).toEqual(['ferry/index.mdx', 'ferry/index.html']);
    expect(bundleOf('part.md')).toEqual([]);
    expect(['a/index.md', 'a/index.mdx', 'a/b/index.html'].map(isBundleIndex)).toEqual([true, true, true]);
    expect(['index.md', 'a/myindex.md', 'a/index.txt'].map(isBundleIndex)).toEqual([false, false, false]);
  });
});
