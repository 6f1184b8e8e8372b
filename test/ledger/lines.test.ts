import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryLine, pageLine, readLine } from '../../src/ledger/lines.js';
import type { Remembered } from '../../src/ledger/remembered.js';

const instant = fc.integer({ min: 0, max: 253_402_300_799 }).map((second) => second * 1000);
const remembered: fc.Arbitrary<Remembered> = fc
  .record(
    {
      id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
      path: fc.string({ unit: 'binary', minLength: 1 }),
      nth: fc.integer({ min: 1 }),
      published: instant,
      updated: instant,
      gone: instant,
      feeds: fc.array(fc.string(), { minLength: 1 }),
      print: fc.record({ file: fc.string(), said: fc.string(), sketch: fc.string() }),
    },
    { requiredKeys: ['id', 'path', 'nth'] },
  )
  .map((given) => ({
    ...given,
    ...(given.published !== undefined && { updated: given.updated ?? given.published }),
  }));

it('what is written is what is read, a line each', () => {
  fc.assert(
    fc.property(remembered, (entry) => {
      const line = entryLine(entry);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(readLine(line)).toEqual(entry);
    }),
  );
  const page = { feed: 'tags/sea/', page: 3, to: 141 };
  expect(readLine(pageLine(page))).toEqual(page);
});

it('a path and an id are enough for a line written by hand', () => {
  expect(readLine('{"path": "old/post.md", "id": "https://example.org/?p=12"}')).toEqual({
    path: 'old/post.md',
    id: 'https://example.org/?p=12',
    nth: 0,
  });
  expect(
    readLine('{"id":"tag:example.org,2026:1","path":"a.md","published":"2026-05-06T10:00:00+02:00"}'),
  ).toEqual({
    path: 'a.md',
    id: 'tag:example.org,2026:1',
    nth: 0,
    published: Date.UTC(2026, 4, 6, 8),
    updated: Date.UTC(2026, 4, 6, 8),
  });
});

it.each([
  ['{"path":"a.md","id":"urn:x:1"', 'it is not JSON'],
  ['<<<<<<< HEAD', 'it is a mark of a merge'],
  ['=======', 'it is a mark of a merge'],
  ['["a.md"]', 'it is not an object'],
  ['null', 'it is not an object'],
  ['{"id":"urn:x:1"}', 'it has no "path"'],
  ['{"path":"a.md","id":"12"}', 'its "id" is not an absolute IRI in ASCII'],
  ['{"path":"a.md","id":"urn:x:<b>\\u0001"}', 'its "id" is not an absolute IRI in ASCII'],
  ['{"path":"a.md","id":"urn:x:1","nth":-4}', 'its "nth" is not a whole number from 1'],
  [
    '{"path":"a.md","id":"urn:x:1","published":"yesterday"}',
    'its "published" is not a date as 2026-05-06T10:00:00Z',
  ],
  [
    '{"path":"a.md","id":"urn:x:1","gone":"99999-05-06T10:00:00Z"}',
    'its "gone" is not a date as 2026-05-06T10:00:00Z',
  ],
  ['{"feed":"","page":0,"to":4}', 'it needs "feed", "page" and "to"'],
])('%s cannot be used: %s', (line, reason) => {
  expect(readLine(line)).toEqual({ reason });
});
