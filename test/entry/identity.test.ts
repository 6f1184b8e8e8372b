import { describe, expect, it } from 'vitest';
import { headline } from '../../src/entry/headline.js';
import { pathId, statedId } from '../../src/entry/identity.js';
import { sampleArticle } from '../support/article.js';
import { sampleRules as rules, sampleStanding } from '../support/rules.js';

describe('the permanent id of an article that states none', () => {
  it('is an absolute IRI made of the path', () => {
    const id = pathId('a/ferry.md');
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(pathId('a/ferry2.md')).not.toBe(id);
    expect(pathId('a/ferry.md', 1)).not.toBe(id);
  });
  it('never changes from one version of Feedmill to the next', () => {
    // Worked out with Python's uuid5 from the name space 0b6f0d4c-9c8e-5f5b-8a6a-3d1d7d0e6c21 and "path:a/ferry.md".
    expect(pathId('a/ferry.md')).toBe('urn:uuid:04140f8e-d20d-505e-8248-de55a5bae238');
  });
  it('is the same for both ways of writing an umlaut in a file name', () => {
    expect(pathId('F\u00e4hre.md')).toBe(pathId('Fa\u0308hre.md'));
  });
});

describe('the permanent id that an article states', () => {
  it('stands as it is where it is an IRI', () => {
    expect(statedId({ id: 'tag:example.org,2026:1' })).toBe('tag:example.org,2026:1');
    expect(statedId({ id: 'http://example.org/?p=12' })).toBe('http://example.org/?p=12');
  });
  it.each([
    'http://EXAMPLE.org/?p=12',
    'http://localhost',
    'http://example.org/fähre',
    'https://example.org/?x[]=1',
    'http://example.org/%zz',
    'urn:uuid:12',
    'javascript:alert(1)',
    'x:y',
    '42',
  ])('is never rewritten: %s is not kept by half', (id) => {
    expect(statedId({ id })).toMatch(/^urn:uuid:[\da-f-]{36}$/);
    expect(statedId({ id })).toBe(statedId({ id }));
  });
});

describe('the headline', () => {
  const of = (given: Parameters<typeof sampleArticle>[0]) =>
    headline(sampleArticle(given), sampleStanding(), rules);

  it('holds each tag once', () => {
    expect(of({ tags: ['Sea', 'sea ', ' boats', ''] }).headline.tags).toEqual(['Sea', 'boats']);
  });
  it('has the section of its first folder, not of its own', () => {
    expect(of({ path: 'harbour/2026/ferry.md' }).headline.section).toBe('harbour');
    expect(of({ path: 'harbour/ferry/index.md' }).headline.section).toBe('harbour');
    expect(of({ path: 'ferry/index.md' }).headline.section).toBeUndefined();
    expect(of({ path: '_posts/ferry.md' }).headline.section).toBeUndefined();
  });
});
