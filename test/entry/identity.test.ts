import { describe, expect, it } from 'vitest';
import { settleClaims } from '../../src/entry/claims.js';
import { headline } from '../../src/entry/headline.js';
import { permanentId } from '../../src/entry/identity.js';
import { sampleArticle } from '../support/article.js';
import { sampleRules as rules } from '../support/rules.js';

describe('the permanent id', () => {
  it('is an absolute IRI that depends on nothing but the path', () => {
    const id = permanentId(sampleArticle({ path: 'a/ferry.md' }));
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(permanentId(sampleArticle({ path: 'a/ferry.md', title: 'Retitled', published: 0 }))).toBe(id);
    expect(permanentId(sampleArticle({ path: 'a/ferry2.md' }))).not.toBe(id);
  });
  it('never changes from one version of Feedmill to the next', () => {
    // Worked out with Python's uuid5 from the name space 0b6f0d4c-9c8e-5f5b-8a6a-3d1d7d0e6c21 and "path:a/ferry.md".
    expect(permanentId({ path: 'a/ferry.md' })).toBe('urn:uuid:04140f8e-d20d-505e-8248-de55a5bae238');
  });
  it('is the same for both ways of writing an umlaut in a file name', () => {
    expect(permanentId({ path: 'F\u00e4hre.md' })).toBe(permanentId({ path: 'Fa\u0308hre.md' }));
  });
  it('is what the article states, as it stands, where that is an IRI', () => {
    expect(permanentId({ path: 'x.md', id: 'tag:example.org,2026:1' })).toBe('tag:example.org,2026:1');
    expect(permanentId({ path: 'x.md', id: 'http://example.org/?p=12' })).toBe('http://example.org/?p=12');
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
  ])('is never rewritten: %s is not kept by half', (id) => {
    expect(permanentId({ path: 'x.md', id })).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  });
  it('is made of what the article states where that is no IRI', () => {
    const id = permanentId({ path: 'x.md', id: '42' });
    expect(id).toMatch(/^urn:uuid:/);
    expect(permanentId({ path: 'y.md', id: '42' })).toBe(id);
  });
});

describe('two articles that claim one id', () => {
  const claimOf = (path: string) => ({
    path,
    headline: headline(sampleArticle({ path }), 0, rules).headline,
  });
  const claim = (path: string, published: number) => ({
    path,
    headline: headline(sampleArticle({ path, id: 'tag:example.org,2026:1', published }), 0, rules).headline,
  });

  it('the older keeps it, the other gets its own and a problem that names both', () => {
    const { headlines, problems } = settleClaims([claim('new.md', 2000), claim('old.md', 1000)]);
    expect(headlines.get('old.md')?.id).toBe('tag:example.org,2026:1');
    expect(headlines.get('new.md')?.id).toBe(permanentId({ path: 'new.md' }));
    expect(problems).toMatchObject([{ code: 'id-taken', path: 'new.md' }]);
    expect(problems[0]?.message).toContain('"old.md"');
  });
  it('even where a path or an id of another article has it', () => {
    const own = permanentId({ path: 'b.md' });
    const thief = {
      path: 'a.md',
      headline: headline(sampleArticle({ path: 'a.md', id: own, published: 1 }), 0, rules).headline,
    };
    const { headlines } = settleClaims([thief, claimOf('b.md'), claimOf('\u00e9.md'), claimOf('e\u0301.md')]);
    expect(new Set([...headlines.values()].map(({ id }) => id)).size).toBe(4);
  });
  it('whichever is read first', () => {
    const one = settleClaims([claim('a.md', 1000), claim('b.md', 1000)]);
    const other = settleClaims([claim('b.md', 1000), claim('a.md', 1000)]);
    expect(one.headlines.get('a.md')).toEqual(other.headlines.get('a.md'));
  });
});

describe('the headline', () => {
  const of = (given: Parameters<typeof sampleArticle>[0], modified = Date.UTC(2026, 0, 1)) =>
    headline(sampleArticle(given), modified, rules);

  it('counts whole seconds, so that all formats say the same', () => {
    expect(of({ published: 1_700_000_000_987 }).headline.published).toBe(1_700_000_000_000);
  });
  it('is never updated before it is published', () => {
    expect(of({ published: 5000, updated: 1000 }).headline.updated).toBe(5000);
  });
  it('takes the time of the file where no date is stated, and says so', () => {
    const { published: _, ...undated } = sampleArticle();
    const made = headline(undated, 86_400_000, rules);
    expect(made.headline.published).toBe(86_400_000);
    expect(made.problems).toMatchObject([{ code: 'date-missing', level: 'note' }]);
  });
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
