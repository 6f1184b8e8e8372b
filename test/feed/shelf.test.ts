import fc from 'fast-check';
import { expect, it } from 'vitest';
import { order } from '../../src/feed/order.js';
import { Shelf } from '../../src/feed/shelf.js';

interface Entry {
  readonly id: string;
  readonly path: string;
  readonly nth: number;
  readonly published: number;
  readonly updated: number;
}

const names = Array.from({ length: 12 }, (_, at) => `${String.fromCharCode(97 + at)}.md`);
const facts = fc.record({ published: fc.nat(4), updated: fc.nat(4) });

/** What lies at some paths afterwards: each entry has a place of its own in the order of publication. */
const changes = fc.dictionary(fc.constantFrom(...names), fc.option(facts, { nil: undefined }));

function entriesOf(now: Readonly<Record<string, { published: number; updated: number } | undefined>>) {
  const made = Object.entries(now).map(([path, one]): [string, Entry | undefined] => {
    const nth = names.indexOf(path) + 1;
    return [path, one && { id: path, path, nth, ...one }];
  });
  return new Map(made);
}

/** So many entries that they are put in order together, not one by one. */
function crowd(published: number): [string, Entry][] {
  return Array.from({ length: 600 }, (_, at) => {
    const path = `crowd/${at}.md`;
    return [path, { id: path, path, nth: at + 100, published: (at * published) % 7, updated: 0 }];
  });
}

it.each([
  ['with few entries', false],
  ['with many', true],
])('a shelf that was brought up to date is the list in order, %s', (_name, isCrowded) => {
  const rounds = fc.array(fc.tuple(changes, fc.nat(6)), { maxLength: 6 });
  const law = fc.property(rounds, fc.boolean(), (rounds, isRecalled) => {
    const shelf = new Shelf<Entry>();
    const model = new Map<string, Entry>();
    for (const [round, [change, pace]] of rounds.entries()) {
      const now = new Map(entriesOf(change));
      if (isCrowded && round % 2 === 0) for (const [path, entry] of crowd(pace)) now.set(path, entry);
      for (const [path, entry] of now) entry ? model.set(path, entry) : model.delete(path);
      const sorted = [...model.values()].sort(order).map(({ path }) => path);
      if (isRecalled && round === 0) {
        const moved = sorted.filter((_, at) => at % 3 === 0);
        const ordered = sorted.filter((path) => !moved.includes(path));
        shelf.recall(new Map(model), { ordered, moved });
      } else shelf.update(now.keys(), (path) => model.get(path));
      expect(shelf.paths).toEqual(sorted);
      expect(shelf.newest(3).map(({ path }) => path)).toEqual(sorted.slice(0, 3));
      expect(shelf.size).toBe(model.size);
    }
  });
  fc.assert(law, { numRuns: isCrowded ? 20 : 200 });
});

it('two entries that change places stand once each', () => {
  const shelf = new Shelf<Entry>();
  const at = (path: string, nth: number): Entry => ({
    id: `${nth}`,
    path,
    nth,
    published: nth,
    updated: nth,
  });
  shelf.fill([at('a.md', 1), at('b.md', 2), at('c.md', 3)]);
  const now = new Map([at('a.md', 2), at('b.md', 1)].map((entry) => [entry.path, entry]));
  shelf.update(['a.md', 'b.md'], (path) => now.get(path));
  expect(shelf.paths).toEqual(['c.md', 'a.md', 'b.md']);
});
