import { describe, expect, it } from 'vitest';
import { pathId } from '../../src/entry/identity.js';
import { MemoryLedger, MemoryMill } from '../support/memory.js';
import { wordsOf } from '../support/words.js';

const text = (seed: number) => `${wordsOf(seed, 50).join(' ')}.\n`;
const dated = (title: string, more = '', body = text(title.length)) =>
  `---\ntitle: ${title}\ndate: 2026-05-06\n${more}---\n\n${body}`;
const undated = (title: string, body = text(title.length)) => `---\ntitle: ${title}\n---\n\n${body}`;
const mtime = Date.UTC(2026, 3, 9, 10, 11, 12);

interface Item {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
  readonly date_modified: string;
}

function items(mill: MemoryMill): Item[] {
  return JSON.parse(mill.documents.get('feed.json') ?? '').items;
}

function only(mill: MemoryMill): Item {
  const [item, ...others] = items(mill);
  if (!item || others.length > 0) throw new Error('There is not one entry');
  return item;
}

async function millOf(files: Parameters<MemoryMill['turn']>[0]): Promise<MemoryMill> {
  const mill = new MemoryMill();
  await mill.turn(files);
  return mill;
}

describe('an entry is the same entry', () => {
  it('without a ledger, wherever the folder lies, while the path stays', async () => {
    const mill = await millOf({ 'a/ferry.md': dated('Ferry') });
    expect(only(mill).id).toBe(pathId('a/ferry.md'));
  });

  it('when its file is copied: the copy is another one', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const { id } = only(mill);
    await mill.turn({ 'b.md': dated('Ferry') });
    expect(mill.ledger.lines().map((line) => [line.path, line.id])).toEqual([
      ['a.md', id],
      ['b.md', pathId('b.md')],
    ]);
  });

  it('when another article takes the place it had: that is another one', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const { id } = only(mill);
    await mill.turn({ 'a.md': undefined, 'b.md': dated('Ferry') });
    await mill.turn({ 'a.md': dated('Auction hall') });
    expect(mill.ids()).toEqual({ Ferry: id, 'Auction hall': pathId('a.md', 1) });
  });

  it('when files are numbered anew in one go', async () => {
    const files = Object.fromEntries([1, 2, 3].map((at) => [`${at}.txt`, dated(`Part ${'i'.repeat(at)}`)]));
    const mill = await millOf(files);
    const before = mill.ids();
    await mill.turn({
      '1.txt': dated('Foreword of the editor'),
      '2.txt': files['1.txt'],
      '3.txt': files['2.txt'],
      '4.txt': files['3.txt'],
    });
    expect(mill.ids()).toMatchObject(before);
    expect(new Set(Object.values(mill.ids())).size).toBe(4);
  });

  it('when it is moved over another one, which is withdrawn', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry'), 'b.md': dated('Auction hall') });
    const { Ferry: ferry, 'Auction hall': hall } = mill.ids();
    await mill.turn({ 'a.md': undefined, 'b.md': dated('Ferry') });
    expect(mill.ids()).toEqual({ Ferry: ferry });
    expect(mill.documents.get('atom.xml')).toContain(`ref="${hall}"`);
  });

  it('when two are moved and edited in one go, each to itself', async () => {
    const one = wordsOf(1, 80).join(' ');
    const two = wordsOf(2, 80).join(' ');
    const mill = await millOf({ 'a.md': undated('One', one), 'b.md': undated('Two', two) });
    const before = mill.ids();
    await mill.turn({
      'a.md': undefined,
      'b.md': undefined,
      'x/new-a.md': undated('One, again', `${one} And more.`),
      'x/new-b.md': undated('Two, again', `Before. ${two}`),
    });
    expect(mill.ids()).toEqual({ 'One, again': before.One, 'Two, again': before.Two });
  });

  it("but yesterday's weather, removed, is not today's, though most words are the same", async () => {
    const weather = (day: number, words: string) =>
      `---\ntitle: Weather for May ${day}\ndate: 2026-05-0${day}\n---\n\nIn the north ${words}, in the south clouds, on the coast wind from the west and later from the south, the sea is calm, the tide comes at noon and goes in the evening.\n`;
    const mill = await millOf({ 'may-1.md': weather(1, 'rain') });
    const before = only(mill).id;
    await mill.turn({ 'may-1.md': undefined, 'may-2.md': weather(2, 'snow') });
    expect(only(mill).id).not.toBe(before);
  });

  it('when others made after the same pattern come and go with it', async () => {
    const report = (title: string, fruit: string) =>
      `${title === '' ? '' : `# ${title}\n\n`}This is the report of the market on ${fruit}: it was sold and bought all day long, and in the evening there was none of it left for those who came late.\n`;
    for (const title of ['', 'Daily report', 'fruit']) {
      const of = (fruit: string) => report(title === 'fruit' ? `${fruit} report` : title, fruit);
      const mill = await millOf({ 'a.md': of('apples'), 'b.md': of('bananas'), 'c.md': of('cherries') });
      const known = mill.ledger.lines().map(({ id }) => id);
      await mill.turn({ 'a.md': undefined, 'l.md': of('lemons') });
      await mill.turn({ 'b.md': undefined });
      await mill.turn({ 'm.md': of('mangos') });
      const [lemons, mangos] = ['l.md', 'm.md'].map((path) =>
        mill.ledger.lines().find((line) => line.path === path),
      );
      expect(known).not.toContain(lemons?.id);
      expect(known).not.toContain(mangos?.id);
    }
  });

  it('when a number in its title changes as it is renamed', async () => {
    const words = wordsOf(62, 80).join(' ');
    const mill = await millOf({ 'a.md': `# Mayor, 62, resigns\n\n${words}\n`, 'b.md': undated('Other') });
    const [before] = mill.ledger.lines().filter(({ path }) => path === 'a.md');
    await mill.turn({ 'a.md': undefined, 'c.md': `# Mayor, 63, resigns\n\n${words}\n` });
    expect(mill.ids()['Mayor, 63, resigns']).toBe(before?.id);
  });

  it('when chapters are numbered anew, in their files and in their titles', async () => {
    const chapter = (number: number, seed: number) =>
      `# Chapter ${number}\n\n${wordsOf(seed, 80).join(' ')}\n`;
    const mill = await millOf({ '1.md': chapter(1, 1), '2.md': chapter(2, 2), '3.md': chapter(3, 3) });
    const { 'Chapter 1': one, 'Chapter 2': two, 'Chapter 3': three } = mill.ids();
    await mill.turn({
      '1.md': chapter(1, 99),
      '2.md': chapter(2, 1),
      '3.md': chapter(3, 2),
      '4.md': chapter(4, 3),
    });
    expect(mill.ids()).toMatchObject({ 'Chapter 2': one, 'Chapter 3': two, 'Chapter 4': three });
    expect(mill.ids()['Chapter 1']).toBe(pathId('1.md', 1));
  });

  it('when it is moved and edited, and another one takes its place, in one go', async () => {
    const words = wordsOf(7, 80).join(' ');
    const mill = await millOf({ 'a.md': undated('Ferry', words) });
    const { Ferry: id } = mill.ids();
    await mill.turn({
      'b.md': undated('Ferry', `${words} More.`),
      'a.md': undated('Hall', wordsOf(8, 80).join(' ')),
    });
    expect(mill.ids()).toMatchObject({ Ferry: id });
    expect(mill.ids().Hall).not.toBe(id);
  });

  it('when two change places and are both edited', async () => {
    const [one, two] = [wordsOf(1, 80).join(' '), wordsOf(2, 80).join(' ')];
    const mill = await millOf({ 'a.md': undated('One', one), 'b.md': undated('Two', two) });
    const before = mill.ids();
    await mill.turn({ 'a.md': undated('Two', `${two} More.`), 'b.md': undated('One', `${one} More.`) });
    expect(mill.ids()).toEqual(before);
    // And back again, with one of them edited.
    await mill.turn({
      'a.md': undated('One', `${one} More.`),
      'b.md': undated('Two', `${two} More and more.`),
    });
    expect(mill.ids()).toEqual(before);
  });

  it('when it is rewritten where it lies', async () => {
    const mill = await millOf({ 'a.md': undated('One', wordsOf(1, 80).join(' ')), 'b.md': undated('Two') });
    const { One: id } = mill.ids();
    await mill.turn({ 'a.md': undated('Another', wordsOf(2, 80).join(' ')), 'b.md': undated('Two, edited') });
    expect(mill.ids().Another).toBe(id);
  });

  it('when it has hardly a word besides its title', async () => {
    const mill = await millOf({ 'a.txt': 'Meeting on Thursday in the hall\n', 'b.md': undated('Link', '') });
    const before = Object.values(mill.ids()).sort();
    await mill.turn({
      'a.txt': undefined,
      'b.md': undefined,
      'x.txt': 'Meeting on Friday in the hall\n',
      'y.md': undated('Link', '').replace('---\n\n', 'tags: [new]\n---\n\n'),
    });
    expect(Object.values(mill.ids()).sort()).toEqual(before);
  });

  it('when it is copied, and the original is removed a little later', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const { id } = only(mill);
    mill.now += 2000;
    await mill.turn({ 'b.md': dated('Ferry') });
    const copy = pathId('b.md');
    mill.now += 2000;
    await mill.turn({ 'a.md': undefined });
    expect(only(mill).id).toBe(id);
    expect(mill.documents.get('atom.xml')).toContain(`ref="${copy}"`);
  });

  it('when the spelling of its name changes, and its words with it', async () => {
    const mill = await millOf({ 'F\u00e4hre.md': undated('Fähre') });
    const { id } = only(mill);
    await mill.turn({
      'F\u00e4hre.md': undefined,
      'fa\u0308hre.md': undated('Anderes', wordsOf(5, 50).join(' ')),
    });
    expect(only(mill).id).toBe(id);
  });

  it('when it is a draft for a while', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const { id } = only(mill);
    await mill.turn({ 'a.md': dated('Ferry', 'draft: true\n') });
    expect(items(mill)).toEqual([]);
    expect(mill.documents.get('atom.xml')).toContain(`ref="${id}"`);
    await mill.turn({ 'a.md': dated('Ferry') });
    expect(only(mill).id).toBe(id);
    expect(mill.documents.get('atom.xml')).not.toContain('deleted-entry');
  });

  it('when years later it is restored, at its place or at another', async () => {
    for (const place of ['a.md', 'restored/b.md']) {
      const mill = await millOf({ 'a.md': { text: undated('Ferry'), modified: mtime } });
      const before = only(mill);
      await mill.turn({ 'a.md': undefined });
      mill.now += 3 * 365 * 86_400_000;
      const later = await mill.restarted();
      await later.turn({ [place]: { text: undated('Ferry'), modified: later.now } });
      expect(only(later)).toEqual({ ...before, url: expect.any(String) });
    }
  });

  it('when its file cannot be read for a while: it is not taken for withdrawn', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry'), 'locked/b.md': dated('Hall') });
    const next = new MemoryMill({}, mill.ledger.again());
    await next.turn({ 'a.md': 'bin\u0000ary' }, (path) => !path.startsWith('locked/'));
    expect(next.documents.get('atom.xml')).not.toContain('deleted-entry');
    expect(next.ledger.lines().every(({ gone }) => gone === undefined)).toBe(true);
  });
});

describe('an id that the article states', () => {
  const guid = 'guid: "https://example.org/?p=12"\n';

  it('is its id from the first, and finds it wherever the file lies', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry', guid) });
    expect(only(mill).id).toBe('https://example.org/?p=12');
    await mill.turn({ 'a.md': undefined, 'b/c.md': dated('Another title', guid, 'Other words altogether.') });
    expect(only(mill).id).toBe('https://example.org/?p=12');
    expect(new Set(mill.ledger.lines().map(({ id }) => id)).size).toBe(1);
  });

  it('is taken over from another system later, where it can stand as it is', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const before = only(mill).id;
    await mill.turn({ 'a.md': dated('Ferry', guid) });
    expect(only(mill).id).toBe('https://example.org/?p=12');
    expect(mill.documents.get('atom.xml')).toContain(`ref="${before}"`);
  });

  it('may be given up and taken again', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry', guid) });
    await mill.turn({ 'a.md': dated('Ferry', guid.replace('12', '13')) });
    expect(only(mill).id).toBe('https://example.org/?p=13');
    const { problems } = await mill.turn({ 'a.md': dated('Ferry', guid) });
    expect(only(mill).id).toBe('https://example.org/?p=12');
    expect(problems).toEqual([]);
    expect(mill.documents.get('atom.xml')).not.toContain('ref="https://example.org/?p=12"');
  });

  it('that came too late does not keep its article from being recognised', async () => {
    const words = wordsOf(9, 80).join(' ');
    const mill = await millOf({ 'a.md': dated('Ferry', '', words), 'b.md': dated('Hall') });
    const { Ferry: id } = mill.ids();
    await mill.turn({ 'a.md': dated('Ferry', 'id: my-42\n', words) });
    await mill.turn({ 'a.md': undefined, 'c.md': dated('Ferry', 'id: my-42\n', `${words} More.`) });
    expect(mill.ids().Ferry).toBe(id);
  });

  it('is made once where it is no IRI: the name of a page may change', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry', 'id: intro\n') });
    const { id } = only(mill);
    await mill.turn({ 'a.md': dated('Ferry', 'id: introduction\n') });
    expect(only(mill).id).toBe(id);
  });

  it('two articles that claim one: the older keeps it, the other gets its own and a problem that names both', async () => {
    const mill = new MemoryMill();
    const older = dated('Older', guid).replace('05-06', '05-01');
    const { problems } = await mill.turn({ 'a-new.md': dated('Newer', guid), 'old.md': older });
    expect(mill.ids()).toEqual({ Older: 'https://example.org/?p=12', Newer: pathId('a-new.md') });
    expect(problems).toMatchObject([{ code: 'id-taken', path: 'a-new.md', line: 4 }]);
    expect(problems[0]?.message).toContain('"old.md"');
    await mill.turn({ 'oldest.md': dated('Oldest', guid).replace('05-06', '04-01') });
    expect(mill.ids()).toMatchObject({ Older: 'https://example.org/?p=12', Oldest: pathId('oldest.md') });
    const again = await mill.restarted();
    expect(again.ids()).toEqual(mill.ids());
    await mill.turn({ 'old.md': undefined });
    expect(mill.ids()).toEqual({ Newer: pathId('a-new.md'), Oldest: pathId('oldest.md') });
  });

  it('of two articles that claim one, the other is recognised all the same when it is moved and edited', async () => {
    const mill = await millOf({
      'a.md': dated('Older', guid, wordsOf(1, 50).join(' ')).replace('05-06', '05-01'),
      'b.md': dated('Newer', guid, wordsOf(2, 50).join(' ')),
    });
    const before = mill.ids();
    await mill.turn({ 'b.md': undefined, 'c.md': dated('Newer', guid, `${wordsOf(2, 50).join(' ')} More.`) });
    expect(mill.ids()).toEqual(before);
  });

  it("even where it is the id of another article's path", async () => {
    const mill = await millOf({
      'a.md': dated('Thief', `id: ${pathId('b.md')}\n`).replace('05-06', '05-01'),
      'b.md': dated('Victim'),
      '\u00e9.md': dated('Composed'),
      'e\u0301.md': dated('Decomposed'),
    });
    expect(new Set(Object.values(mill.ids())).size).toBe(4);
  });
});

describe('the date of an article', () => {
  it('that states none is that of its file when it was first seen, and a note says so once', async () => {
    const mill = new MemoryMill();
    const { problems } = await mill.turn({ 'a.md': { text: undated('Ferry'), modified: mtime } });
    expect(only(mill).date_published).toBe('2026-04-09T10:11:12.000Z');
    expect(problems).toMatchObject([{ code: 'date-missing', level: 'note', path: 'a.md' }]);
    expect(problems[0]?.message).toContain('2026-04-09T10:11:12Z');
    const again = new MemoryMill({}, mill.ledger.again());
    const report = await again.turn({ 'z/b.md': { text: undated('Ferry'), modified: again.now - 1000 } });
    expect(only(again)).toMatchObject({ date_published: '2026-04-09T10:11:12.000Z', id: only(mill).id });
    expect(report.problems).toEqual([]);
  });

  it('is that of the first commit, where the folder has a history', async () => {
    const ledger = new MemoryLedger();
    const asked: string[][] = [];
    ledger.firstSeen = async (paths) => {
      asked.push([...paths]);
      return new Map([['a.md', Date.UTC(2020, 1, 3)]]);
    };
    const mill = new MemoryMill({}, ledger);
    await mill.turn({ 'a.md': undated('Ferry'), 'b.md': dated('Hall') });
    await mill.turn({ 'c.md': undated('Later') });
    await mill.turn({ 'c.md': undated('Later, edited') });
    expect(asked).toEqual([['a.md'], ['c.md']]);
    expect(items(mill).map(({ date_published }) => date_published)).toContain('2020-02-03T00:00:00.000Z');
  });

  it('is never one to come for want of a better one', async () => {
    const mill = await millOf({ 'a.md': { text: undated('Ferry'), modified: Date.UTC(2031, 1, 1) } });
    expect(only(mill).date_published).toBe('2026-06-01T00:00:00.000Z');
  });

  it('that was counted from the time of the file does not move with it', async () => {
    const copy = `Ferry returns\n\nBy Ines Duarte | 2 hours ago\n\n${text(4)}`;
    const mill = await millOf({ 'a.txt': { text: copy, modified: mtime } });
    expect(only(mill).date_published).toBe('2026-04-09T08:11:12.000Z');
    await mill.turn({ 'a.txt': { text: copy, modified: mtime + 86_400_000 } });
    expect(only(mill).date_published).toBe('2026-04-09T08:11:12.000Z');
  });

  it('does not come with another name of its file: what a path says counts once', async () => {
    const mill = await millOf({ 'a.md': { text: undated('Ferry'), modified: mtime } });
    const before = only(mill);
    await mill.turn({
      'a.md': undefined,
      '2026-05-20-ferry.md': { text: undated('Ferry'), modified: mtime },
    });
    expect(only(mill)).toEqual({ ...before, url: expect.any(String) });
    await mill.turn({ '2026-05-20-ferry.md': undefined, '2027/05/20/ferry.md': undated('Ferry') });
    expect(only(mill)).toEqual({ ...before, url: expect.any(String) });
    const other = await millOf({ '2026-05-20-hall.md': undated('Hall') });
    expect(only(other).date_published).toBe('2026-05-20T00:00:00.000Z');
  });

  it("is the author's, who may correct it", async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    await mill.turn({ 'a.md': dated('Ferry').replace('2026-05-06', '2026-05-02') });
    expect(only(mill).date_published).toBe('2026-05-02T00:00:00.000Z');
    await mill.turn({ 'a.md': undated('Ferry') });
    expect(only(mill).date_published).toBe('2026-05-02T00:00:00.000Z');
  });
});

describe('the last change', () => {
  it('is the moment at which an edit is seen', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    mill.now += 90_500;
    await mill.turn({ 'a.md': dated('Ferry', '', 'Other words.') });
    expect(only(mill).date_modified).toBe('2026-06-01T00:01:30.000Z');
    mill.now += 90_500;
    await mill.turn({ 'a.md': dated('Ferry', 'tags: [sea]\n', 'Other words.') });
    expect(only(mill).date_modified).toBe('2026-06-01T00:03:01.000Z');
  });

  it.each([
    ['a touch', (file: string) => ({ text: file, modified: mtime })],
    ['other line ends', (file: string) => file.replaceAll('\n', '\r\n')],
    ['a key that nobody reads', (file: string) => file.replace('title:', 'layout: article\ntitle:')],
    ['other quotes', (file: string) => file.replace('title: Ferry', 'title: "Ferry"')],
    ['white space at the end', (file: string) => `${file}\n\n`],
  ])('is not %s', async (_, change) => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const before = mill.documents.get('atom.xml');
    mill.now += 90_500;
    await mill.turn({ 'a.md': change(dated('Ferry')) });
    expect(mill.documents.get('atom.xml')).toBe(before);
  });

  it('is what the front matter says, whatever else is edited', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry', 'lastmod: 2026-05-10\n') });
    await mill.turn({ 'a.md': dated('Ferry', 'lastmod: 2026-05-10\n', 'Other words.') });
    expect(only(mill).date_modified).toBe('2026-05-10T00:00:00.000Z');
    await mill.turn({ 'a.md': dated('Ferry', 'lastmod: 2026-05-20\n', 'Other words.') });
    expect(only(mill).date_modified).toBe('2026-05-20T00:00:00.000Z');
  });

  it('is not before the first', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry', 'lastmod: 2026-01-10\n') });
    expect(only(mill).date_modified).toBe(only(mill).date_published);
  });

  it('does not come with a new way of reading articles', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry') });
    const older = mill.ledger.again();
    older.text = older.text.replace(/"said":"[^"]*"/, '"said":"as-an-older-version-read-it"');
    const upgraded = new MemoryMill({}, older);
    upgraded.now += 90_500;
    await upgraded.turn({ 'a.md': dated('Ferry') });
    expect(upgraded.documents.get('atom.xml')).toBe(mill.documents.get('atom.xml'));
    expect(upgraded.ledger.saves).toBe(0);
  });
});

describe('a ledger', () => {
  it('brings ids from elsewhere, a path and an id a line', async () => {
    const ledger = new MemoryLedger();
    ledger.text = '{"path":"old/ferry.md","id":"https://example.org/?p=12"}\n';
    const mill = new MemoryMill({}, ledger);
    await mill.turn({ 'old/ferry.md': dated('Ferry') });
    expect(only(mill)).toMatchObject({
      id: 'https://example.org/?p=12',
      date_published: '2026-05-06T00:00:00.000Z',
      date_modified: '2026-05-06T00:00:00.000Z',
    });
  });

  it('that is written by hand for an article that has an entry gives it another id', async () => {
    const mill = await millOf({ 'a.md': { text: undated('Ferry'), modified: mtime } });
    mill.ledger.text += '{"path":"a.md","id":"https://example.org/?p=12"}\n';
    await mill.turn({});
    expect(only(mill)).toMatchObject({
      id: 'https://example.org/?p=12',
      date_published: '2026-04-09T10:11:12.000Z',
    });
  });

  it('is written before a document that depends on it, a line for a change, and not at all for none', async () => {
    const mill = await millOf({ 'a.md': dated('Ferry'), 'b.md': dated('Hall') });
    const before = mill.ledger.text;
    await mill.turn({ 'a.md': { text: dated('Ferry'), modified: mtime } });
    await mill.turn({});
    expect(mill.ledger.text).toBe(before);
    await mill.turn({ 'a.md': undefined, 'c.md': dated('Ferry') });
    expect(mill.ledger.text.startsWith(before)).toBe(true);
    expect(mill.ledger.lines()).toHaveLength(3);
  });

  it('that cannot be written costs nothing but itself, and is written when it can be', async () => {
    const ledger = new MemoryLedger();
    ledger.refusal = 'the disk is full';
    const mill = new MemoryMill({}, ledger);
    const { problems } = await mill.turn({ 'a.md': dated('Ferry') });
    expect(problems).toMatchObject([{ code: 'ledger-unwritten', level: 'warning' }]);
    expect(only(mill).id).toBe(pathId('a.md'));
    ledger.refusal = '';
    await mill.turn({ 'b.md': dated('Hall') });
    expect(ledger.lines().map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  });

  it('is taken in again when somebody else changed it', async () => {
    const mill = await millOf({ 'a.md': { text: undated('Ferry'), modified: mtime } });
    mill.ledger.text = mill.ledger.text.replace('2026-04-09', '2019-01-01');
    await mill.turn({});
    expect(only(mill).date_published).toBe('2019-01-01T10:11:12.000Z');
  });

  it('with lines that cannot be used keeps the others, and puts those away', async () => {
    const ledger = new MemoryLedger();
    ledger.text = 'foreign\n{"path":"a.md","id":"tag:example.org,2026:a"}\n{"path":"b.md","id":"tag:exa';
    const mill = new MemoryMill({}, ledger);
    const { problems } = await mill.turn({ 'a.md': dated('Ferry') });
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['ledger-line', 1],
      ['ledger-line', 3],
    ]);
    expect(only(mill).id).toBe('tag:example.org,2026:a');
    expect(ledger.rejected).toBe('foreign\n{"path":"b.md","id":"tag:exa\n');
    expect(ledger.lines()).toHaveLength(1);
    expect((await mill.turn({})).problems).toEqual([]);
  });
});
