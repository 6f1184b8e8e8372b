import { describe, expect, it } from 'vitest';
import { MemoryMill } from './support/memory.js';
import { all, readXml } from './support/xml.js';

const article = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n\nText of ${title}.\n`;
const june = (day: number, time = '00:00:00') => `2026-06-${String(day).padStart(2, '0')}T${time}Z`;

describe('an article of tomorrow', () => {
  it('is published in its second, and the report says when that is', async () => {
    const mill = new MemoryMill();
    const first = await mill.turn({
      'later.md': article('Later', `date: ${june(9, '12:30:15')}\n`),
      'soon.md': article('Soon', `date: ${june(3)}\n`),
    });
    expect(first.withheld).toEqual([
      { path: 'later.md', reason: 'future', until: Date.parse(june(9, '12:30:15')) },
      { path: 'soon.md', reason: 'future', until: Date.parse(june(3)) },
    ]);
    expect(first.next).toBe(Date.parse(june(3)));
    mill.now = Date.parse(june(3));
    expect((await mill.turn()).next).toBe(Date.parse(june(9, '12:30:15')));
    expect(mill.titles()).toEqual(['Soon']);
    mill.now = Date.parse(june(9, '12:30:14'));
    await mill.turn();
    expect(mill.titles()).toEqual(['Soon']);
    mill.now += 1000;
    const last = await mill.turn();
    expect(mill.titles()).toEqual(['Later', 'Soon']);
    expect(last.next).toBeUndefined();
  });

  it('that is out stays out, though the clock be put back', async () => {
    const mill = new MemoryMill();
    mill.now = Date.parse(june(9));
    await mill.turn({ 'a.md': article('A', `date: ${june(8)}\n`) });
    const before = mill.documents.get('atom.xml');
    mill.now = 0;
    await mill.turn();
    const restarted = await mill.restarted();
    expect(mill.documents.get('atom.xml')).toBe(before);
    expect(restarted.documents.get('atom.xml')).toBe(before);
  });

  it('that is out stays out also where its file is moved while the clock is behind', async () => {
    const mill = new MemoryMill();
    mill.now = Date.parse(june(9));
    await mill.turn({ 'a.md': article('A', `date: ${june(8)}\n`) });
    const before = mill.ids();
    mill.now = 0;
    await mill.turn({ 'a.md': undefined, 'b.md': article('A', `date: ${june(8)}\n`) });
    expect(mill.ids()).toEqual(before);
    await mill.turn({ 'c.md': article('C', `date: ${june(8)}\n`) });
    expect(mill.ids()).toEqual(before);
  });

  it('that is new while the clock is behind is not dated by that clock', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 'date: 2026-05-20\n') });
    mill.now = 0;
    await mill.turn({ 'b.md': { text: article('B'), modified: Date.UTC(2026, 4, 10) } });
    expect(mill.documents.get('feed.json')).toContain('"date_published":"2026-05-10T00:00:00.000Z"');
  });

  it('that was out may be put off by its author', async () => {
    const mill = new MemoryMill();
    await mill.turn({ 'a.md': article('A', 'date: 2026-05-01\n') });
    await mill.turn({ 'a.md': article('A', 'date: 2026-09-01\n') });
    expect(mill.titles()).toEqual([]);
  });
});

describe('an article that expires', () => {
  it('leaves all its feeds in its second, and leaves a tombstone', async () => {
    const mill = new MemoryMill({ feeds: { tags: true, authors: true, sections: true, languages: true } });
    const more = `date: 2026-05-01\ntags: [sea]\nauthor: Ines Duarte\nexpires: ${june(5, '10:00:00')}\n`;
    const { next } = await mill.turn({
      'news/a.md': article('A', more),
      'news/b.md': article('B', 'tags: [sea]\n'),
    });
    expect(next).toBe(Date.parse(june(5, '10:00:00')));
    const { A: id } = mill.ids();
    mill.now = Date.parse(june(5, '10:00:00'));
    await mill.turn();
    for (const folder of ['', 'tags/sea/', 'sections/news/', 'languages/en/']) {
      expect(mill.titles(`${folder}feed.json`)).toEqual(['B']);
      const [tombstone] = all(readXml(mill.documents.get(`${folder}atom.xml`) ?? ''), 'at:deleted-entry');
      expect(tombstone?.attributes).toMatchObject({ ref: id, when: '2026-06-05T10:00:00.000Z' });
    }
    // Nobody else wrote: who subscribed to this author is told, too.
    expect(mill.titles('authors/ines-duarte/feed.json')).toEqual([]);
    expect(mill.documents.get('authors/ines-duarte/atom.xml')).toContain(`ref="${id}"`);
    expect(mill.documents.get('authors/ines-duarte/atom.xml')).toContain(
      '<updated>2026-06-05T10:00:00.000Z</updated>',
    );
    mill.now += 31 * 86_400_000;
    await mill.turn();
    expect(mill.documents.has('authors/ines-duarte/atom.xml')).toBe(false);
  });

  it('was never there for a build that comes later', async () => {
    const mill = new MemoryMill();
    const { withheld } = await mill.turn({ 'a.md': article('A', 'date: 2026-05-01\nexpires: 2026-05-20\n') });
    expect(withheld).toEqual([{ path: 'a.md', reason: 'expired' }]);
    expect(mill.documents.get('atom.xml')).not.toContain('deleted-entry');
  });

  it('stays where its end is impossible, with a problem at its line', async () => {
    const mill = new MemoryMill();
    const { problems } = await mill.turn({
      'a.md': article('A', 'date: 2026-05-01\nexpires: 2026-02-30\n'),
      'b.md': article('B', 'date: 2026-05-02\nexpires: 2026-04-01\n'),
      'c.md': article('C', 'date: 99999-05-02\nexpires: never\n'),
    });
    expect(mill.titles().sort()).toEqual(['A', 'B', 'C']);
    expect(problems.filter(({ level }) => level !== 'note').map(({ path, line }) => [path, line])).toEqual([
      ['a.md', 4],
      ['b.md', 4],
      ['c.md', 3],
    ]);
  });
});

describe('a withdrawn article', () => {
  const files = { 'a.md': article('A', 'date: 2026-05-01\n'), 'b.md': article('B', 'date: 2026-05-02\n') };
  const day = 86_400_000;

  it('leaves the feeds at once, and a tombstone for as long as the config says', async () => {
    const mill = new MemoryMill({ tombstones: 2 });
    await mill.turn(files);
    const { A: id } = mill.ids();
    const removedAt = mill.now;
    expect((await mill.turn({ 'a.md': undefined })).next).toBe(removedAt + 2 * day);
    expect(mill.titles()).toEqual(['B']);
    expect(mill.documents.get('atom.xml')).toContain(`ref="${id}" when="2026-06-01T00:00:00.000Z"`);
    expect(mill.documents.get('rss.xml')).not.toContain(id);
    mill.now = removedAt + 2 * day - 1;
    await mill.turn();
    expect(mill.documents.get('atom.xml')).toContain('deleted-entry');
    mill.now++;
    expect((await mill.turn()).next).toBeUndefined();
    expect(mill.documents.get('atom.xml')).not.toContain('deleted-entry');
  });

  it('leaves none where the config wants none', async () => {
    const mill = new MemoryMill({ tombstones: 0 });
    await mill.turn(files);
    expect((await mill.turn({ 'a.md': undefined })).next).toBeUndefined();
    expect(mill.documents.get('atom.xml')).not.toContain('deleted-entry');
  });

  it('leaves it also where it was removed while nobody looked', async () => {
    const mill = new MemoryMill({ feeds: { tags: false, authors: false, sections: true, languages: false } });
    await mill.turn({ 'news/a.md': files['a.md'], 'news/b.md': files['b.md'], 'c.md': files['b.md'] });
    mill.files.delete('news/a.md');
    const next = await mill.restarted({
      feeds: { tags: false, authors: false, sections: true, languages: false },
    });
    expect(next.documents.get('sections/news/atom.xml')).toContain('deleted-entry');
    expect(next.documents.get('atom.xml')).toContain('deleted-entry');
  });
});

describe('a budget of bytes', () => {
  const long = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => {
      const date = `date: 2026-05-${String(at + 1).padStart(2, '0')}\n`;
      return [`${at}.md`, `${article(`Entry ${at}`, date)}${'Long words & <signs>. '.repeat(40 + at)}\n`];
    }),
  );

  it('is kept by every document, and the newest entries are kept', async () => {
    const mill = new MemoryMill({ maxBytes: 20_000 });
    await mill.turn(long);
    const sizes = [...mill.documents.values()].map((text) => Buffer.byteLength(text));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000);
    expect(Math.max(...sizes)).toBeGreaterThan(15_000);
    expect(mill.titles()[0]).toBe('Entry 29');
  });

  it('with an archive, loses nothing', async () => {
    const mill = new MemoryMill({ maxBytes: 20_000, archive: true });
    await mill.turn(long);
    const pages = [...mill.documents].filter(([name]) => name.endsWith('feed.json'));
    expect(pages.flatMap(([name]) => mill.titles(name)).sort()).toEqual(
      Array.from({ length: 30 }, (_, at) => `Entry ${at}`).sort(),
    );
    for (const [name, text] of mill.documents)
      expect([name, Buffer.byteLength(text) <= 20_000]).toEqual([name, true]);
  });

  it('never leaves a feed empty', async () => {
    const mill = new MemoryMill({ maxBytes: 100 });
    await mill.turn(long);
    expect(mill.titles()).toEqual(['Entry 29']);
  });
});
