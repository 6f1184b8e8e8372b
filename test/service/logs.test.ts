import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, inject, it } from 'vitest';
import { problemLines } from '../../src/commands/problem-lines.js';
import { problem } from '../../src/problems.js';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';
import { article, start } from './program.js';

/*
 * What a service says is read by programs first.
 */

const text = v.string();
const names = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(text, v.isoTimestamp());

const found = v.strictObject({
  code: text,
  level: v.picklist(['error', 'warning', 'note']),
  message: text,
  help: text,
  path: v.optional(text),
  line: v.optional(count),
  column: v.optional(count),
});

const head = { time: instant, level: v.picklist(['info', 'warning', 'error']) };

/** What each line may hold, and no more. */
const schema = v.variant('event', [
  v.strictObject({
    ...head,
    event: v.literal('start'),
    version: text,
    articles: text,
    output: text,
    configFile: v.optional(text),
  }),
  v.strictObject({
    ...head,
    event: v.literal('progress'),
    kind: v.picklist(['read', 'typeset', 'write']),
    done: count,
    total: count,
  }),
  v.strictObject({
    ...head,
    event: v.literal('report'),
    at: instant,
    milliseconds: v.number(),
    read: names,
    gone: names,
    articles: count,
    entries: count,
    withheld: v.array(v.strictObject({ path: text, reason: text, until: v.optional(instant) })),
    next: v.optional(instant),
    problems: v.array(found),
    documents: v.strictObject({ written: names, unchanged: names, removed: names }),
  }),
  v.strictObject({ ...head, event: v.literal('problems'), problems: v.array(found) }),
  v.strictObject({ ...head, event: v.literal('serving'), address: text }),
  v.strictObject({ ...head, event: v.literal('watching'), articles: text }),
  v.strictObject({
    ...head,
    event: v.literal('config'),
    articles: text,
    output: text,
    configFile: v.optional(text),
    changed: names,
  }),
  v.strictObject({ ...head, event: v.literal('stopped') }),
]);

describe('with --json', () => {
  it('each line has its time, its level and its event, and nothing that is not documented', async () => {
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      'articles/dated.md': '---\ntitle: Dated\ndate: someday\n---\nWind.',
      'articles/later.md': '---\ntitle: Later\ndate: 2099-01-01\n---\nSoon.',
      'articles/code.md': '---js\n{}\n---\nWind.',
    });
    const before = Date.now();
    const running = start(cwd, ['watch', '--json']);
    await running.seen('"event":"watching"');
    writeFileSync(join(cwd, 'feedmill.config.yaml'), 'site: https://example.org/\n');
    await running.seen('"event":"watching"', 2);
    writeFileSync(join(cwd, 'feedmill.config.yaml'), 'sight: https://example.org/\n');
    await running.seen('config-kept');
    writeFileSync(join(cwd, 'articles/calm.md'), article('Calm'));
    await running.seen('"read":["calm.md"]');
    await running.stop();
    const events = running.events();
    for (const event of events) {
      expect(v.safeParse(schema, event).issues).toBeUndefined();
      expect(Object.keys(event).slice(0, 3)).toEqual(['time', 'level', 'event']);
      expect(Date.parse(event.time)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(event.time)).toBeLessThanOrEqual(Date.now());
    }
    expect(events.map(({ event, level }) => `${level} ${event}`)).toEqual([
      'info start',
      'info problems',
      'error report',
      'info watching',
      'info config',
      'error report',
      'info watching',
      'error problems',
      'info report',
      'info stopped',
    ]);
  });

  it('all of it stands in the manual', () => {
    const manual = readFileSync(new URL('../../docs/service.md', import.meta.url), 'utf8');
    for (const { entries } of schema.options) {
      const [row = ''] = new RegExp(`^\\| \`${entries.event.literal}\` .*$`, 'm').exec(manual) ?? [];
      const told = [...row.matchAll(/`(\w+)`/g)].map(([, key]) => key);
      const keys = Object.keys(entries).filter((key) => !(key in head) && key !== 'event');
      expect(told).toEqual(expect.arrayContaining([entries.event.literal, ...keys]));
    }
    for (const key of Object.keys(found.entries)) expect(manual).toContain(`\`${key}\``);
  });
});

describe('in the journal of systemd', () => {
  const problems = [
    problem('site-not-given', {}, { site: 'http://127.0.0.1:8080/' }),
    problem('date-unreadable', { path: 'a.md', line: 3 }, { field: 'date', value: 'someday' }),
    problem('file-unreadable', { path: 'b.md' }, { reason: 'it is a secret' }),
  ];

  it('each line of a problem says how much it matters', () => {
    const lines = problemLines(problems, { columns: undefined, colour: false, journal: true }, false);
    expect(lines.map((line) => line.slice(0, 15))).toEqual([
      '<3>  error     ',
      '<3>            ',
      '<4>  warning   ',
      '<4>            ',
      '<6>  note      ',
      '<6>            ',
    ]);
  });

  it('the program finds out where its stderr goes', ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no journal');
    const cwd = folderOf({ 'articles/a.md': '---\ntitle: A\ndate: someday\n---\nWind.' });
    const log = openSync(join(cwd, 'log'), 'w');
    const { dev, ino } = fstatSync(log);
    const build = (stream: string) => {
      const env = { ...process.env, FORCE_COLOR: undefined, JOURNAL_STREAM: stream };
      const stdio = ['ignore', 'ignore', log] as ['ignore', 'ignore', number];
      expect(spawnSync(process.execPath, [inject('program'), 'build'], { cwd, env, stdio }).status).toBe(0);
    };
    build(`${dev}:${ino}`);
    expect(readFileSync(join(cwd, 'log'), 'utf8')).toMatch(/^<4> {2}warning {3}a\.md:3/m);
    const length = readFileSync(join(cwd, 'log'), 'utf8').length;
    build(`${dev}:${ino + 1}`);
    expect(readFileSync(join(cwd, 'log'), 'utf8').slice(length)).not.toContain('<');
    closeSync(log);
  });
});
