import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { humanReporter } from '../../src/commands/human-reporter.js';
import { jsonReporter } from '../../src/commands/json-reporter.js';
import { progressLine } from '../../src/commands/progress-line.js';
import { screen } from '../../src/commands/screen.js';
import type { Progress } from '../../src/crew.js';
import { problem } from '../../src/problems.js';

const reading: Progress = { kind: 'read', done: 41_250, total: 100_000 };
const inColumns = (columns: number | undefined) => ({ columns, colour: false });

describe('the line of a terminal', () => {
  it.each([
    [120, `reading  ${bar(16, 24)}   41,250 of 100,000 · 9,800/s · 6 s left`],
    [80, `reading  ${bar(10, 15)}   41,250 of 100,000 · 9,800/s · 6 s left`],
    [60, `reading  ${bar(6, 10)}   41,250 of 100,000 · 6 s left`],
    [40, `reading  ${bar(4, 7)}  41% · 6 s left`],
    [24, `reading  ${bar(3, 6)}  41%`],
    [14, 'reading  41%'],
    [5, '41%'],
  ])('in %i columns', (columns, line) => {
    expect(progressLine({ ...reading, perSecond: 9_800 }, inColumns(columns))).toBe(line);
  });

  it('names the work, and tells with two digits how fast it goes and with one unit how long it takes', () => {
    const ending = (kind: Progress['kind'], perSecond: number) =>
      progressLine({ ...reading, kind, perSecond }, inColumns(120)).replace(/ [█░]+ .*?000/, '');
    expect(ending('read', 12_345)).toBe('reading  · 12,000/s · 5 s left');
    expect(ending('typeset', 432.1)).toBe('making entries  · 430/s · 3 min left');
    expect(ending('write', 0.123)).toBe('writing  · 0.12/s · 133 h left');
  });

  it('tells neither before that is known', () => {
    expect(progressLine(reading, inColumns(120))).toMatch(/ 41,250 of 100,000$/);
  });

  it('tells what follows when all is done', () => {
    const line = progressLine({ ...reading, done: 100_000 }, inColumns(undefined));
    expect(line).toBe('100,000 articles read, publishing them');
  });

  it('never reaches the last column, and is the same with colours', () => {
    const stand = fc.record({
      kind: fc.constantFrom<Progress['kind']>('read', 'typeset', 'write'),
      done: fc.nat(10_000_000),
      perSecond: fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
    });
    fc.assert(
      fc.property(stand, fc.nat(10_000_000), fc.integer({ min: 5, max: 200 }), (some, more, columns) => {
        const all = { ...some, total: some.done + more };
        const line = progressLine(all, { columns, colour: false });
        expect(line.length).toBeLessThan(columns);
        expect(stripVTControlCharacters(progressLine(all, { columns, colour: true }))).toBe(line);
      }),
    );
  });
});

function bar(full: number, empty: number): string {
  return '█'.repeat(full) + '░'.repeat(empty);
}

/** A host whose clock stands still until it is moved, and what a reporter made of it. */
function stage(isTerminal: boolean) {
  const told: string[] = [];
  const { write, draw } = screen((text) => told.push(text));
  const clock = { now: 0 };
  const host = {
    version: '1.2.3',
    cwd: '/',
    out: (text: string) => told.push(text),
    err: write,
    ...(isTerminal && { draw }),
    now: () => clock.now,
    layout: () => inColumns(isTerminal ? 80 : undefined),
    env: {},
    stopped: async () => {},
    onReload: () => {},
  };
  return { host, told, clock };
}

/** Reads so many articles a second, and tells of it ten times a second. */
function read(
  { clock }: { clock: { now: number } },
  { progress }: { progress: (some: Progress) => void },
  total: number,
  perSecond: number,
) {
  const step = perSecond / 10;
  for (let done = step; done <= total; done += step) {
    progress({ kind: 'read', done, total });
    clock.now += 100;
  }
}

describe('on a terminal', () => {
  it('nothing is drawn of work that is done soon', () => {
    const { told, ...rest } = stage(true);
    read(rest, humanReporter(rest.host, false), 500, 1000);
    expect(told).toEqual([]);
  });

  it('the line is drawn over itself, and is gone before anything else is written', () => {
    const { told, ...rest } = stage(true);
    const reporter = humanReporter(rest.host, false);
    read(rest, reporter, 1000, 1000);
    expect(told).toHaveLength(5);
    for (const text of told) expect(text).toMatch(/^\r[^\r\n]*\u001b\[K$/);
    expect(told.at(-1)).toContain('1,000 articles read, publishing them');
    reporter.problems([problem('site-not-given', {}, { site: 'http://127.0.0.1:8080/' })]);
    expect(told.at(-1)).toMatch(/^\r\u001b\[K {2}note /);
    reporter.stopped();
    expect(told.at(-1)).toBe('stopped\n');
  });

  it('a report that has nothing to tell takes it away too', () => {
    const { told, ...rest } = stage(true);
    read(rest, humanReporter(rest.host, false), 1000, 1000);
    rest.host.err('');
    rest.host.err('');
    expect(told.slice(5)).toEqual(['\r\u001b[K']);
  });

  it('it is drawn ten times a second at most', () => {
    const { told, clock, host } = stage(true);
    const { progress } = humanReporter(host, false);
    for (let done = 1; done <= 2000; done++) {
      progress({ kind: 'typeset', done, total: 5000 });
      clock.now += 1;
    }
    expect(told).toHaveLength(15);
  });

  it('other work of the same kind is waited for again', () => {
    const { told, ...rest } = stage(true);
    const reporter = humanReporter(rest.host, false);
    for (let turn = 0; turn < 9; turn++) read(rest, reporter, 500, 1000);
    expect(told).toEqual([]);
  });
});

describe('in a log', () => {
  it('there are plain lines, ever more seldom', () => {
    const { told, ...rest } = stage(false);
    read(rest, humanReporter(rest.host, false), 200_000, 1000);
    const seconds = [5, 10, 20, 40, 80, 140];
    expect(told).toEqual(seconds.map((second) => `reading articles: ${second * 1000 + 100} of 200000\n`));
  });

  it('and none of work that is done soon', () => {
    const { told, ...rest } = stage(false);
    read(rest, humanReporter(rest.host, false), 5000, 1000);
    expect(told).toEqual([]);
  });
});

it.each([true, false])('quiet runs tell nothing of it', (isTerminal) => {
  const { told, ...rest } = stage(isTerminal);
  read(rest, humanReporter(rest.host, true), 100_000, 1000);
  expect(told).toEqual([]);
});

it('programs get an event every two seconds, and that of the end', () => {
  const { told, ...rest } = stage(true);
  read(rest, jsonReporter(rest.host), 5000, 1000);
  expect(told.map((line) => JSON.parse(line))).toMatchObject(
    [2100, 4100, 5000].map((done) => ({ event: 'progress', kind: 'read', done, total: 5000 })),
  );
});
