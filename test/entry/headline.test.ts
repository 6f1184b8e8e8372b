import { describe, expect, it } from 'vitest';
import { headline } from '../../src/entry/headline.js';
import { feedId, pathId, statedId } from '../../src/entry/identity.js';
import { permalink } from '../../src/entry/permalink.js';
import { Proofs } from '../../src/entry/proofs.js';
import { sampleArticle } from '../support/article.js';
import { sampleRules, sampleStanding } from '../support/rules.js';

describe('the headline', () => {
  const rules = { ...sampleRules, authors: [{ name: 'The desk' }], language: 'de' };
  const of = (given: Parameters<typeof sampleArticle>[0]) =>
    headline(sampleArticle(given), sampleStanding(), rules).headline;

  it('has a title in any case: that of the article, its path, or a word for none', () => {
    expect(of({ title: '<b>A</b> tide' }).title).toBe('A tide');
    expect(of({ title: '\u202E', path: 'sea/tide.md' }).title).toBe('sea/tide');
    expect(of({ title: '', path: '_posts/\u0001.md' }).title).toBe('Untitled');
    const { title: _, ...untitled } = sampleArticle({ path: 'sea/tide.md' });
    expect(headline(untitled, sampleStanding(), rules).headline.title).toBe('sea/tide');
  });
  it('has the authors and the language of the article, else those of the site', () => {
    expect(of({ authors: [{ name: 'Ines' }], language: 'fr' })).toMatchObject({
      authors: [{ name: 'Ines' }],
      language: 'fr',
      tags: [],
    });
    expect(of({ authors: [], language: 'xx' })).toMatchObject({
      authors: [{ name: 'The desk' }],
      language: 'de',
    });
  });
  it('has the section of its first folder that is not a generator’s', () => {
    expect(of({ path: '_posts/sea_/tide.md' }).section).toBe('sea_');
    expect(of({ path: '_a/b/c/tide.md' }).section).toBe('b');
    expect(of({ path: 'tide.md' })).not.toHaveProperty('section');
  });
});

describe('the permalink', () => {
  const rules = { ...sampleRules, site: 'https://example.org/news/' };
  const of = (link: string, found = {}) =>
    permalink(sampleArticle({ path: 'tide.md', link, found }), Date.UTC(2026, 0, 2), 'sea', rules);

  it.each([
    ['/a/b', 'https://example.org/news/a/b'],
    ['//cdn.example/a', 'https://cdn.example/a'],
    ['///a', 'https://a/'],
    ['a//b/', 'https://example.org/news/a/b/'],
    ['https://example.org:8080/:slug//x', 'https://example.org:8080/:slug//x'],
    ['/:year/:month/:day/:title', 'https://example.org/news/2026/01/02/night-ferry-returns'],
    ['/:section/:nothing/:slug', 'https://example.org/news/sea/:nothing/tide'],
    ['/a:b/c', 'https://example.org/news/a:b/c'],
  ])('that is stated as %s is %s', (link, address) => {
    expect(of(link)).toEqual({ address, problems: [] });
  });
  it('may have 2,048 characters', () => {
    const long = (length: number) => `https://example.org/${'a'.repeat(length - 20)}`;
    expect(of(long(2048)).address).toBe(long(2048));
    const { address, problems } = of(long(2049), { link: { in: 'front matter', line: 4 } });
    expect(address).toBe('https://example.org/news/tide/');
    expect(problems).toMatchObject([{ code: 'link-unusable', path: 'tide.md', line: 4 }]);
    expect(problems[0]?.message).toContain(long(200));
    expect(problems[0]?.message).not.toContain(long(201));
  });
  it.each(['mailto:a@example.org', 'javascript:alert(1)', 'x+y.z-1:a', 'http://exa mple/'])(
    'is never %s',
    (link) => {
      const { address, problems } = of(link);
      expect(address).toBe('https://example.org/news/tide/');
      expect(problems).toMatchObject([{ code: 'link-unusable', path: 'tide.md' }]);
      expect(problems[0]).not.toHaveProperty('line');
    },
  );
  it('of titles in capitals with signs has words and hyphens', () => {
    const article = sampleArticle({ title: '«Über 5 Kähne!»', link: '/:title/' });
    expect(permalink(article, 0, undefined, rules).address).toBe(
      'https://example.org/news/%C3%BCber-5-k%C3%A4hne/',
    );
  });
  it('by a pattern with a section is on the site for an article that has none', () => {
    const article = sampleArticle({ path: 'tide.md' });
    for (const pattern of ['/:section/:slug/', ':section/:slug/', '/:section/:category/:slug/'])
      expect(permalink(article, 0, undefined, { ...rules, pattern }).address).toBe(
        'https://example.org/news/tide/',
      );
  });
  it('has nothing in place of a section that is not there, nor two slashes', () => {
    const article = sampleArticle({ path: 'tide.md', link: '/:section/:slug//' });
    expect(permalink(article, 0, undefined, rules).address).toBe('https://example.org/news/tide/');
  });
  it('half a character in it is a mark of a lost one', () => {
    expect(of('/:slug/').address).toBe('https://example.org/news/tide/');
    const article = sampleArticle({ slug: 'a\uD800', link: '/:slug/' });
    expect(permalink(article, 0, undefined, rules).address).toBe('https://example.org/news/a%EF%BF%BD/');
  });
});

describe('an id', () => {
  it.each([
    'http://example.org',
    'https://example.org/a?b=1',
    'tag:example.org,2026:x',
    'tag:a@example.org,2026-01-02:x/y',
    'urn:isbn:0451450523',
    'urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01',
    'urn:x-y:a%2Fb',
  ])('that can stand everywhere stands: %s', (id) => {
    const same = statedId({ id }) === id;
    expect([id, same]).toEqual([id, id !== 'http://example.org']);
  });
  it.each([
    'tag:example.org:x',
    'tag:example.org,26:x',
    'tag:example.org,2026-1:x',
    'urn:a:b',
    'urn:isbn:',
    'urn:isbn:a b',
    'urn:isbn:%2',
    'xurn:isbn:1',
    'urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01x',
    'urn:uuid:x3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01',
  ])('that cannot is made one that can: %s', (id) => {
    expect(statedId({ id })).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });
  it('is none where none is stated', () => {
    expect(statedId({})).toBeUndefined();
  });
  it('of a feed is its place, or made of its title and folder', () => {
    expect(feedId('https://example.org/news/', 'A', 'tags/sea/')).toBe('https://example.org/news/tags/sea/');
    const made = [feedId(undefined, 'A', ''), feedId(undefined, 'B', ''), feedId(undefined, 'A', 'x/')];
    expect(new Set([...made, feedId(undefined, 'A', '')]).size).toBe(3);
    for (const id of made) expect(id).toMatch(/^urn:uuid:/);
  });
  it('of a path is another one at each attempt, of which none begins with a new version', () => {
    expect([pathId('a.md', 1), pathId('a.md', 2)]).toEqual([pathId('a.md', 1), pathId('a.md', 2)]);
    expect(new Set([pathId('a.md'), pathId('a.md', 1), pathId('a.md', 2)]).size).toBe(3);
  });
});

describe('headlines that are asked for again', () => {
  const copy = () => ({ particulars: sampleArticle(), leaf: 'leaf' });
  const entry = (given = {}) => ({ id: 'urn:x:1', nth: 1, published: 5, updated: 6, ...given });

  it('are made once in a turn and the next, of the same article and the same entry', () => {
    const proofs = new Proofs(sampleRules);
    const [same, known] = [copy(), entry()];
    proofs.turn();
    const first = proofs.of('a.md', same, known);
    expect(proofs.of('a.md', same, known)).toBe(first);
    proofs.turn();
    expect(proofs.of('a.md', same, known)).toBe(first);
    expect(proofs.of('a.md', copy(), known)).not.toBe(first);
    expect(proofs.of('a.md', same, entry())).not.toBe(first);
    proofs.turn();
    proofs.turn();
    expect(proofs.of('a.md', same, known)).not.toBe(first);
  });
  it('are found by id, in the turn in which they were asked for', () => {
    const proofs = new Proofs(sampleRules);
    const [same, known] = [copy(), entry()];
    proofs.turn();
    const first = proofs.of('a.md', same, known);
    expect([proofs.byId('urn:x:1'), proofs.byId('urn:x:2')]).toEqual([first, undefined]);
    proofs.turn();
    expect(proofs.byId('urn:x:1')).toBeUndefined();
    proofs.of('a.md', same, known);
    expect(proofs.byId('urn:x:1')).toBe(first);
  });
  it('have another mark where anything of them is another', () => {
    const proofs = new Proofs(sampleRules);
    proofs.turn();
    const mark = (given: object, leaf = 'leaf', link = '/a/') =>
      proofs.of('a.md', { particulars: sampleArticle({ link }), leaf }, entry(given)).mark;
    const marks = [
      mark({}),
      mark({ id: 'urn:x:2' }),
      mark({ nth: 2 }),
      mark({ published: 4 }),
      mark({ updated: 7 }),
    ];
    marks.push(mark({}, 'other'), mark({}, 'leaf', '/b/'));
    expect(new Set(marks).size).toBe(marks.length);
    expect(mark({})).toBe(marks[0]);
    expect(marks[0]).toMatch(/^[\w-]{22}$/);
  });
  it('of an entry that is remembered without dates have the first instant, or that of its publication', () => {
    const proofs = new Proofs(sampleRules);
    proofs.turn();
    const of = (given: object) => proofs.of('a.md', copy(), { id: 'urn:x:1', nth: 1, ...given });
    expect(of({})).toMatchObject({ path: 'a.md', headline: { published: 0, updated: 0 }, problems: [] });
    expect(of({ published: 5 })).toMatchObject({ headline: { published: 5, updated: 5 } });
  });
});
