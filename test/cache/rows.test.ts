import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entryIn,
  entryRow,
  type Filed,
  fileRow,
  idIn,
  keptIn,
  loneEntryIn,
  restOf,
  sourceIn,
} from '../../src/cache/article-row.js';
import { pressed } from '../../src/ledger/print.js';
import type { Remembered } from '../../src/ledger/remembered.js';
import { problem } from '../../src/problems.js';
import { jsonField, textField, textIn } from '../../src/stock/fields.js';
import { Kept, type Verdict } from '../../src/stock/kept.js';
import { leafOf } from '../../src/stock/leaf.js';
import { sampleArticle } from '../support/article.js';

/** Any text at all: half of a letter, line ends, tabs and what only looks like an escape among it. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\t', '\n', '\\', '"', '\\u0009', '\ud83d', 'é', '=', 'a', '\u2028') }),
);
const some = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one !== '');
const instant = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });

const hash = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'AZaz09-_'), minLength: length, maxLength: length });
const print = fc.record({
  file: fc.oneof(hash(16), text),
  said: hash(16),
  sketch: fc.oneof(hash(86), text),
  title: fc.option(some, { nil: undefined }),
});

const entry = fc.record(
  {
    id: some,
    path: some,
    nth: fc.nat(),
    published: instant,
    updated: instant,
    feeds: fc.array(text),
    print,
    gone: instant,
  },
  { requiredKeys: ['id', 'path', 'nth'] },
) as fc.Arbitrary<Remembered>;

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constant({ next: Infinity }),
  instant.map((next) => ({ next })),
  instant.map((until) => ({ reason: 'future' as const, until, next: until })),
  fc.constant({ reason: 'draft' as const, next: Infinity }),
);

/** A fingerprint as anybody sees it. */
const seen = (one: Remembered | undefined) =>
  one && { ...one, ...(one.print && { print: pressed(one.print) }) };

describe('a field', () => {
  it('gives back any text, and holds nothing that would end it', () => {
    const law = fc.property(text, (given) => {
      const field = textField(given);
      expect(field).toMatch(/^[ -~]*$/);
      expect(textIn(field)).toBe(given);
    });
    fc.assert(law, { numRuns: 1000 });
  });

  it('gives back any JSON', () => {
    const law = fc.property(fc.jsonValue(), text, (value, key) => {
      const field = jsonField(JSON.stringify({ [`-${key}`]: value }));
      expect(field).toMatch(/^[ -~]*$/);
      expect(JSON.stringify(JSON.parse(field))).toBe(JSON.stringify({ [`-${key}`]: value }));
    });
    fc.assert(law);
  });
});

describe('a row', () => {
  it('of a file gives back its article and its entry', () => {
    const given = fc.record({
      path: some,
      title: some,
      id: fc.option(some, { nil: undefined }),
      summary: text,
      print,
      verdict,
      entry: fc.option(entry, { nil: undefined }),
      isWrong: fc.boolean(),
    });
    const law = fc.property(given, ({ path, title, id, summary, print, verdict, entry, isWrong }) => {
      const article = sampleArticle({ path, title, summary, ...(id !== undefined && { id }) });
      const found = isWrong ? [problem('file-changing', { path })] : [];
      const kept = new Kept(path, 7, leafOf(article, pressed(print)), found);
      kept.verdict = verdict;
      const lies = entry && { ...entry, path };
      const source = { path, size: 12, modified: 7, stamp: '5 12 7.25 8.5' };
      const filed: Filed = { source, kept, ...(lies && { entry: lies }) };
      const rest = restOf(filed);
      const row = fileRow(filed, rest, 100);
      expect(`${row}${rest}`).toMatch(/^[ -~\t]*$/);
      const read = sourceIn(row, path);
      expect({ ...read, size: read.size, modified: read.modified }).toEqual(source);
      const again = keptIn(rest, read);
      expect([again.card, again.particulars]).toEqual([kept.card, kept.particulars]);
      expect(pressed(again.print)).toBe(pressed(kept.print));
      expect([again.verdict, again.problems]).toEqual([verdict, found]);
      const { gone: _, ...live } = lies ?? ({} as Partial<Remembered>);
      expect(seen(entryIn(rest, path))).toEqual(lies && seen(live as Remembered));
      if (lies) expect(idIn(rest)).toBe(lies.id);
    });
    fc.assert(law, { numRuns: 300 });
  });

  it('of an entry without an article gives it back', () => {
    const law = fc.property(entry, (given) => {
      expect(seen(loneEntryIn(entryRow(given)))).toEqual(seen(given));
    });
    fc.assert(law, { numRuns: 300 });
  });
});
