import { expect, it } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.js';
import type { Remembered } from '../../src/ledger/remembered.js';

function entry(given: Partial<Remembered> = {}): Remembered {
  const published = Date.UTC(2026, 4, 6);
  return { id: 'urn:x:1', path: 'a.md', nth: 1, published, updated: published, ...given };
}

/** A ledger that was saved, with the text of its file. */
function saved(...entries: Remembered[]): { ledger: Ledger; text: string } {
  const ledger = new Ledger('ledger.ndjson');
  for (const one of entries) ledger.put(one);
  const change = ledger.unsaved();
  if (!change || !('whole' in change)) throw new Error('The first save is a whole file');
  ledger.saved(change);
  return { ledger, text: change.whole };
}

function pathsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).path]));
}

it('is written sorted by path at first, then grows by a line for each change', () => {
  const { ledger, text } = saved(entry({ id: 'urn:x:2', path: 'z.md' }), entry({ path: 'b.md' }));
  expect(pathsIn(text)).toEqual(['b.md', 'z.md']);
  expect(ledger.unsaved()).toBeUndefined();
  ledger.put(entry({ path: 'moved.md' }));
  const change = ledger.unsaved();
  expect(change).toEqual({ append: expect.stringMatching(/^\{"path":"moved.md","id":"urn:x:1".*\}\n$/) });
});

it('the last line of an id counts', () => {
  const { text } = saved(entry());
  const other = new Ledger('ledger.ndjson');
  const moved = saved(entry({ path: 'b.md' })).text;
  expect(other.load(text + moved)).toEqual({ rejected: '', problems: [] });
  expect(other.at('a.md')).toBeUndefined();
  expect(other.at('b.md')).toEqual(entry({ path: 'b.md' }));
});

it('is sorted anew when many lines were added, one line an article', () => {
  const { ledger } = saved(
    ...Array.from({ length: 100 }, (_, at) => entry({ id: `urn:x:${at}`, path: `${at}.md` })),
  );
  let whole = 0;
  for (let change = 0; change < 200; change++) {
    ledger.put(entry({ id: `urn:x:${change % 7}`, path: `moved-${change}.md` }));
    const unsaved = ledger.unsaved();
    if (!unsaved) throw new Error('A change has to be saved');
    if ('whole' in unsaved) {
      whole++;
      expect(pathsIn(unsaved.whole)).toEqual([...pathsIn(unsaved.whole)].sort());
      expect(pathsIn(unsaved.whole)).toHaveLength(100);
    }
    ledger.saved(unsaved);
  }
  expect(whole).toBeGreaterThan(1);
  expect(whole).toBeLessThan(10);
});

it('lines that cannot be used are told of with their number, put away, and cost nothing else', () => {
  const { text } = saved(entry(), entry({ id: 'urn:x:2', path: 'b.md' }));
  const [first = '', second = ''] = text.split('\n');
  const ledger = new Ledger('.feedmill/ledger.ndjson');
  const torn = [first, '<<<<<<< HEAD', 'foreign', '', second, second.slice(0, 30)].join('\n');
  const { rejected, problems } = ledger.load(torn);
  expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([
    ['ledger-line', '.feedmill/ledger.ndjson', 2],
    ['ledger-line', '.feedmill/ledger.ndjson', 3],
    ['ledger-line', '.feedmill/ledger.ndjson', 6],
  ]);
  expect(rejected).toBe(`<<<<<<< HEAD\nforeign\n${second.slice(0, 30)}\n`);
  expect([...ledger.live()].map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  expect(ledger.unsaved()).toEqual({ whole: text });
});

it('what somebody else wrote is taken in, and what they took out is put back', () => {
  const { ledger } = saved(entry(), entry({ id: 'urn:x:2', path: 'b.md', nth: 2 }));
  ledger.put(entry({ id: 'urn:x:3', path: 'c.md', nth: 3 }));
  const theirs = saved(entry({ path: 'renamed.md' }), entry({ id: 'urn:x:9', path: 'z.md', nth: 3 })).text;
  ledger.load(theirs);
  expect([...ledger.live()].map(({ path }) => path).sort()).toEqual(['b.md', 'c.md', 'renamed.md', 'z.md']);
  const change = ledger.unsaved();
  expect(change && 'append' in change && pathsIn(change.append).sort()).toEqual(['b.md', 'c.md']);
});

it('of two entries that a merge left at one path, the older keeps it', () => {
  const one = saved(entry({ id: 'urn:x:1', nth: 7 })).text;
  const other = saved(entry({ id: 'urn:x:2', nth: 5 })).text;
  for (const text of [one + other, other + one]) {
    const ledger = new Ledger('ledger.ndjson');
    ledger.load(text);
    expect(ledger.at('a.md')?.id).toBe('urn:x:2');
    expect(ledger.byId('urn:x:1')?.gone).toBeDefined();
  }
});

it('lines written by hand are given their places after all others', () => {
  const ledger = new Ledger('ledger.ndjson');
  ledger.load(
    `{"path":"b.md","id":"urn:x:2"}\n${saved(entry({ nth: 4 })).text}{"path":"c.md","id":"urn:x:3"}\n`,
  );
  expect([ledger.at('b.md')?.nth, ledger.at('c.md')?.nth, ledger.next()]).toEqual([5, 6, 7]);
});

it('remembers how far the pages of an archive reach', () => {
  const { ledger } = saved(entry());
  ledger.close({ feed: '', page: 1, to: 10 });
  ledger.close({ feed: '', page: 2, to: 20 });
  ledger.close({ feed: '', page: 2, to: 20 });
  ledger.close({ feed: 'tags/sea/', page: 1, to: 8 });
  const change = ledger.unsaved();
  const again = new Ledger('ledger.ndjson');
  again.load(change && 'append' in change ? change.append : '');
  expect([again.closed(''), again.closed('tags/sea/'), again.closed('tags/sky/')]).toEqual([
    [10, 20],
    [8],
    [],
  ]);
});
