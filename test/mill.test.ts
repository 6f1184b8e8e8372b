import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryMill } from './support/memory.js';

const article = (title: string, day: number, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-${String(day).padStart(2, '0')}\n${more}---\n\nText of ${title}.\n`;

describe('the mill', () => {
  it('publishes what is added, edited and renamed, and withdraws what is removed', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 1), 'b.md': article('B', 2) });
    expect(mill.titles()).toEqual(['B', 'A']);
    await mill.turn({ 'c.md': article('C', 3) });
    await mill.turn({ 'a.md': article('A again', 1) });
    await mill.turn({ 'b.md': undefined, 'bb.md': article('B', 2) });
    expect(mill.titles()).toEqual(['C', 'B', 'A again']);
    const report = await mill.turn({ 'c.md': undefined });
    expect(report).toMatchObject({ gone: ['c.md'], articles: 2, entries: 2 });
    expect(mill.titles()).toEqual(['B', 'A again']);
  });

  it('withholds drafts, partials, stubs and what is to come, each with its reason', async () => {
    const mill = new MemoryMill();
    const { withheld, entries } = await mill.turn({
      'a.md': article('Draft', 1, 'draft: true\n'),
      '_drafts/b.md': article('Idea', 1),
      '_partials/c.md': article('Part', 1),
      'news/_index.md': article('Section', 1),
      'README.md': '# About these articles',
      'd.md': '',
      'e.md': '---\ntitle: Moved\nredirect: /elsewhere/\n---\n',
      'f.md': '---\ntitle: Later\ndate: 2026-07-01\n---\nSoon.',
      'g.md': article('Public', 1),
    });
    expect(entries).toBe(1);
    expect(Object.fromEntries(withheld.map(({ path, reason }) => [path, reason]))).toEqual({
      'a.md': 'draft',
      '_drafts/b.md': 'draft',
      '_partials/c.md': 'partial',
      'news/_index.md': 'section page',
      'README.md': 'readme',
      'd.md': 'empty',
      'e.md': 'redirect',
      'f.md': 'future',
    });
    expect(withheld.find(({ path }) => path === 'f.md')?.until).toBe(Date.UTC(2026, 6, 1));
  });

  it('keeps what is to come out of every document and every date, and publishes it in its hour', async () => {
    const mill = new MemoryMill({ feeds: { tags: true, authors: true, sections: true, languages: true } });
    await mill.turn({
      'a.md': article('Now', 1),
      'later/b.md': '---\ntitle: Later\ndate: 2026-07-01\ntags: [secret]\nauthor: Nobody Yet\n---\nSoon.',
    });
    expect([...mill.documents.values()].join()).not.toMatch(/Later|secret|Nobody|2026-07|Jul/i);
    mill.now = Date.UTC(2026, 6, 1);
    await mill.turn();
    expect(mill.titles()).toEqual(['Later', 'Now']);
    expect(mill.titles('tags/secret/feed.json')).toEqual(['Later']);
  });

  it('an update that is dated in the future is not known yet', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 1, 'updated: 2026-08-01\n') });
    expect(mill.documents.get('atom.xml')).not.toContain('2026-08');
    mill.now = Date.UTC(2026, 8, 1);
    await mill.turn();
    expect(mill.documents.get('atom.xml')).toContain('<updated>2026-08-01T00:00:00.000Z</updated>');
  });

  it('an article that cannot be read any more keeps its last good entry until it is gone', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 1) });
    const { problems } = await mill.turn({ 'a.md': 'bin\u0000ary' });
    expect(problems).toMatchObject([{ code: 'not-text', path: 'a.md' }]);
    expect(mill.titles()).toEqual(['A']);
    expect(await mill.turn({ 'a.md': undefined })).toMatchObject({ articles: 0, gone: ['a.md'] });
    expect(mill.titles()).toEqual([]);
  });

  it('a bad article costs nothing but itself', async () => {
    const mill = new MemoryMill();
    const { problems } = await mill.turn({
      'bad.md': '---\ntitle: Bad date\ndate: 2026-02-30\n---\nText.',
      'binary.md': '\u0000\u0001',
      'good.md': article('Good', 2),
    });
    expect(mill.titles()).toContain('Good');
    expect(mill.titles()).toContain('Bad date');
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'date-unreadable', path: 'bad.md', line: 3 }),
    );
    expect(problems).toContainEqual(expect.objectContaining({ code: 'not-text', path: 'binary.md' }));
  });

  it('links between articles follow when the other one moves or is withdrawn', async () => {
    const mill = new MemoryMill();
    const linking = `${article('A', 1)}\n[b](b.md)\n`;
    await mill.turn({ 'a.md': linking, 'b.md': article('B', 2) });
    expect(mill.documents.get('feed.json')).toContain('https://example.org/b/\\"');
    await mill.turn({ 'b.md': article('B', 2, 'permalink: /moved/\n') });
    expect(mill.documents.get('feed.json')).toContain('href=\\"https://example.org/moved/\\"');
    await mill.turn({ 'b.md': undefined });
    expect(mill.documents.get('feed.json')).not.toContain('moved');
  });

  it('authors are described in a file of their own', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 1, 'authors: [ines]\n') });
    await mill.turn({ 'authors.yml': 'ines:\n  name: Ines Duarte\n  url: https://example.org/ines\n' });
    expect(JSON.parse(mill.documents.get('feed.json') ?? '').items[0].authors).toEqual([
      { name: 'Ines Duarte', url: 'https://example.org/ines' },
    ]);
  });

  it('the front matter may lie in a file beside the article', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': 'Text.', 'a.meta': '.. title: Beside\n.. date: 2026-05-03 10:00:00 UTC\n' });
    expect(mill.titles()).toEqual(['Beside']);
    await mill.turn({ 'a.meta': '.. title: Changed\n.. date: 2026-05-03 10:00:00 UTC\n' });
    expect(mill.titles()).toEqual(['Changed']);
    await mill.turn({ 'a.meta': undefined });
    expect(mill.titles()).toEqual(['A']);
  });

  it('group feeds come and go with their entries, and are listed', async () => {
    const mill = new MemoryMill({ feeds: { tags: true, authors: false, sections: false, languages: false } });
    await mill.turn({ 'a.md': article('A', 1, 'tags: [Käse]\n'), 'b.md': article('B', 2, 'tags: [sea]\n') });
    expect([...mill.documents.keys()]).toContain('tags/käse/rss.xml');
    expect(mill.documents.get('feeds.opml')).toContain('https://example.org/tags/k%C3%A4se/rss.xml');
    const { documents } = await mill.turn({ 'a.md': article('A', 1) });
    expect(documents.removed).toEqual(['tags/käse/rss.xml', 'tags/käse/atom.xml', 'tags/käse/feed.json']);
    expect(mill.documents.get('feeds.opml')).not.toContain('käse');
  });

  it('whatever changes, in whatever order, the documents are those of a fresh build with the same ledger', async () => {
    const path = fc.constantFrom(
      'a.md',
      'b.md',
      'news/c.txt',
      'news/d/index.md',
      'e.html',
      'p.png',
      'authors.yml',
    );
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '\u0000',
        '# Heading\n\nText.',
        '<title>Page</title><p>Hello there.',
        '![p](p.png) [b](b.md)',
      ),
      fc
        .record({
          title: fc.constantFrom('One', 'Two', 'x'),
          day: fc.integer({ min: 1, max: 28 }),
          more: fc.constantFrom(
            '',
            'draft: true\n',
            'id: same\n',
            'tags: [a, b]\n',
            'authors: [ines]\n',
            'permalink: /x/\n',
          ),
        })
        .map(({ title, day, more }) => `${article(title, day, more)}[b](b.md) ![p](/p.png)`),
    );
    const change = fc.record({
      path,
      text: fc.option(text, { nil: undefined }),
      hours: fc.integer({ min: 0, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const feeds = { tags: true, authors: true, sections: true, languages: true };
        const kept = new MemoryMill({ feeds });
        kept.now = Date.UTC(2026, 4, 1);
        for (const { path, text, hours } of changes) {
          kept.now += hours * 3_600_000;
          // What cannot be read keeps its last good entry, which a build from nothing cannot know.
          const readable = text?.includes('\u0000') && kept.files.has(path) ? undefined : text;
          await kept.turn({
            [path]: readable === undefined ? undefined : { text: readable, modified: 1000 },
          });
        }
        const fresh = new MemoryMill({ feeds }, kept.ledger.again());
        fresh.now = kept.now;
        await fresh.turn(Object.fromEntries([...kept.files].reverse()));
        expect(Object.fromEntries(kept.documents)).toEqual(Object.fromEntries(fresh.documents));
      }),
      { numRuns: 150 },
    );
  });
});
