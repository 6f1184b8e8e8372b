import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayColour } from '../../src/commands/colour.js';
import { wrap } from '../../src/commands/layout.js';
import { problemLines } from '../../src/commands/problem-lines.js';
import { reportLines, type View } from '../../src/commands/report-lines.js';
import { problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';

const plain: View = {
  columns: undefined,
  colour: false,
  first: true,
  quiet: false,
  timezone: 'Asia/Karachi',
  siteTimezone: 'UTC',
};

const nothing: Report = {
  at: Date.UTC(2026, 10, 22, 9, 3, 21),
  milliseconds: 84,
  read: [],
  gone: [],
  articles: 0,
  entries: 0,
  withheld: [],
  problems: [],
  documents: { written: [], unchanged: [], removed: [] },
};
const unreadable = (path: string) =>
  problem('date-unreadable', { path, line: 4 }, { field: 'date', value: 'Nov 31' });
const three = ['rss.xml', 'atom.xml', 'feed.json'];

describe('the first turn', () => {
  it('tells what was read, published, withheld and why, what is wrong and what was written', () => {
    const report: Report = {
      ...nothing,
      read: ['a.md', 'b.md', 'c.md'],
      articles: 3,
      entries: 1,
      withheld: [
        { path: 'idea.md', reason: 'draft' },
        { path: 'later.md', reason: 'future', until: Date.UTC(2027, 0, 5, 9) },
      ],
      problems: [unreadable('wires/storm.txt')],
      documents: { written: three, unchanged: [], removed: [] },
    };
    expect(reportLines(report, plain)).toEqual([
      '3 articles read · 1 entry published · 2 withheld · 1 warning',
      '  withheld  idea.md  draft',
      '  withheld  later.md  future, until 2027-01-05 09:00 UTC',
      '  warning   wires/storm.txt:4  Cannot read date "Nov 31": not a date',
      '            Write it as 2026-05-06 or 2026-05-06T10:00:00+02:00.  [date-unreadable]',
      'wrote rss.xml, atom.xml, feed.json (3 written, 0 unchanged) in 84 ms',
    ]);
  });

  it('says so where no document had to change', () => {
    const documents = { written: [], unchanged: three, removed: ['tags/old/rss.xml'] };
    const lines = reportLines({ ...nothing, documents, milliseconds: 1250 }, plain);
    expect(lines.at(-1)).toBe('3 documents unchanged, 1 removed, in 1.3 s');
  });

  it('cuts long lists, and counts what it leaves out', () => {
    const many = Array.from({ length: 46 }, (_, index) => `${index}.md`);
    const report: Report = {
      ...nothing,
      withheld: many.map((path) => ({ path, reason: 'draft' })),
      problems: many.map(unreadable),
      documents: { written: many, unchanged: [], removed: [] },
    };
    const lines = reportLines(report, plain);
    expect(lines.length).toBeLessThan(20);
    expect(lines).toContain('  withheld  and 41 more  draft');
    expect(lines).toContain('  warning   and 41 more');
    expect(lines.at(-1)).toMatch(/^wrote 0\.md, .* and 40 more \(46 written/);
  });
});

describe('a later turn', () => {
  const later = { ...plain, first: false };

  it('is one line, in the time of the reader', () => {
    const documents = { written: three, unchanged: [], removed: [] };
    expect(reportLines({ ...nothing, read: ['storm.txt'], documents, milliseconds: 14 }, later)).toEqual([
      '14:03:21 changed storm.txt · wrote 3 documents in 14 ms',
    ]);
    const report = { ...nothing, read: ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'], gone: ['z.md'] };
    expect(reportLines(report, later)).toEqual([
      '14:03:21 changed a.md, b.md, c.md and 2 more · removed z.md · no document changed',
    ]);
  });

  it('is silent where nothing happened', () => {
    const documents = { written: [], unchanged: three, removed: [] };
    expect(reportLines({ ...nothing, articles: 9, entries: 9, documents }, later)).toEqual([]);
  });

  it('tells a document that went away', () => {
    const documents = { written: [], unchanged: three, removed: ['tags/old/rss.xml'] };
    expect(reportLines({ ...nothing, documents }, later)).toEqual(['14:03:21 removed 1 document in 84 ms']);
  });
});

describe('problems', () => {
  const note = problem('site-not-given', {}, { site: 'http://127.0.0.1:8080/' });
  const error = problem('front-matter-invalid', { path: 'b.md', line: 3, column: 2 }, { reason: 'no colon' });

  it('come worst first, those of a kind together', () => {
    const lines = problemLines([note, unreadable('a.md'), error, unreadable('c.md')], plain, false);
    expect(lines.map((line) => line.slice(0, 30).trimEnd())).toEqual([
      '  error     b.md:3:2  Cannot p',
      '            Mend the line, or',
      '  warning   a.md:4  Cannot rea',
      '  warning   c.md:4  Cannot rea',
      '            Write it as 2026-0',
      '  note      Took "http://127.0',
      '            Give yours with --',
    ]);
  });

  it('are told in quiet runs too, but notes and summaries are not', () => {
    const report = { ...nothing, read: ['a.md'], problems: [note, unreadable('a.md')] };
    const lines = reportLines(report, { ...plain, quiet: true });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('a.md:4');
    expect(reportLines({ ...report, problems: [note] }, { ...plain, quiet: true })).toEqual([]);
  });

  it('cannot reach the terminal through the names of files', () => {
    const lines = problemLines([unreadable('\u001b]0;owned\u0007\u202Egnp.\u009bmd\n')], plain, false);
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('the layout', () => {
  it('fits the columns, and loses no word', () => {
    const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'abcÄ·[]') });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 20, max: 90 }), (words, columns) => {
        const wrapped = wrap(`  ${words.join(' ')}`, { columns, colour: false }, 6);
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words);
        for (const line of wrapped.split('\n')) expect([...line].length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('is the same with colours and without', () => {
    const problems = [unreadable('wires/a-long-name-of-a-file-about-a-storm.txt')];
    const uncoloured = problemLines(problems, { columns: 50, colour: false }, false);
    const coloured = problemLines(problems, { columns: 50, colour: true }, false);
    expect(coloured.join('\n')).toContain('\u001b[33m');
    expect(coloured.map(stripVTControlCharacters)).toEqual(uncoloured);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
  ])('colours: %j on a terminal (%j) is %j', (environment, isTerminal, expected) => {
    expect(mayColour(environment, isTerminal)).toBe(expected);
  });
});
