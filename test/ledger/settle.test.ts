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
    expect(asked).toEqual([['a.md']]);
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
