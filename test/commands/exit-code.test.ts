import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/commands/exit-code.js';
import { type Problem, problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';

const report = (...problems: Problem[]): Report => ({
  at: 0,
  milliseconds: 1,
  read: [],
  gone: [],
  articles: 0,
  entries: 0,
  withheld: [],
  problems,
  documents: { written: [], unchanged: [], removed: [] },
});
const note = problem('site-not-given', {}, { site: 'http://127.0.0.1:8080/' });
const warning = problem('date-unreadable', { path: 'a.md' }, { field: 'date', value: 'soon' });
const refused = problem('document-unwritten', {}, { name: 'rss.xml', reason: 'the disk is full' });

describe('a build ends', () => {
  it.each([
    ['with 0 where nothing is wrong', [], true, 0],
    ['with 0 where there are notes, also with --strict', [note], true, 0],
    ['with 0 where articles have problems', [warning], false, 0],
    ['with 1 where articles have problems, with --strict', [note, warning], true, 1],
    ['with 2 where documents could not be written', [warning, refused], false, 2],
  ] as const)('%s', (_what, problems, strict, code) => {
    expect(exitCode(report(...problems), strict)).toBe(code);
  });
});
