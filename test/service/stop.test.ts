import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';
import { readXml } from '../support/xml.js';
import { article, start } from './program.js';

/*
 * Whoever runs a service ends it with SIGTERM, whenever that suits him.
 */

/** Under a second is what is promised; the rest is for a machine that is busy with other things. */
const soon = 8000;

const long = process.env.ENDURANCE === 'long';
const many = long ? 10_000 : 1600;
const parts = long ? Array.from({ length: 20 }, (_, at) => at / 20) : [0.3, 0.6, 0.85];
const words = 'The boats stay in the harbour until the wind turns. '.repeat(long ? 60 : 5);
const everything = ['--limit', '0', '--site', 'https://example.org/', '--json'];

/** Milliseconds that a test may take. */
const limit = long ? 1_800_000 : 240_000;

/** So many articles that helpers come, and a build takes a while. */
function archive(): Record<string, string> {
  const names = Array.from({ length: many }, (_, at) => `articles/d${at % 9}/a${at}.md`);
  const articles = names.map((name, at) => [name, article(`Number ${at}`, words)]);
  return { 'feedmill.config.yaml': 'workers: 2\nfeeds: [sections]\n', ...Object.fromEntries(articles) };
}

/** What is there that should not be, after a run has ended. */
function litterIn(cwd: string): string[] {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tmp$|\/lock$/.test(name));
}

function documentsIn(cwd: string): Map<string, string> {
  const output = join(cwd, 'output');
  if (!existsSync(output)) return new Map();
  const names = readdirSync(output, { recursive: true, encoding: 'utf8' }).sort();
  const documents = names.filter((name) => /\.(?:xml|json|opml)$/.test(name) && !/(?:^|\/)\./.test(name));
  return new Map(documents.map((name) => [name, readFileSync(join(output, name), 'utf8')]));
}

/** Fails where a document is half-written. */
function expectWhole(documents: ReadonlyMap<string, string>): void {
  for (const [name, text] of documents) {
    if (name.endsWith('.json')) JSON.parse(text);
    else readXml(text);
  }
}

describe('a watch that is told to end', () => {
  it(
    'does so at any moment of its first build, and the next one makes the rest',
    async ({ skip }) => {
      skipWhere(skip, onWindows, 'Windows has no such signals');
      const cwd = folderOf(archive());
      const fresh = folderOf(archive());
      const began = performance.now();
      expect(
        spawnSync(process.execPath, [inject('program'), 'build', ...everything], { cwd: fresh }).status,
      ).toBe(0);
      const whole = performance.now() - began;
      for (const [round, part] of parts.entries()) {
        const running = start(cwd, ['watch', ...everything]);
        await running.seen('"event":"start"');
        await new Promise((resolve) => setTimeout(resolve, part * whole));
        const { code, took } = await running.stop(round % 2 === 0 ? 'SIGTERM' : 'SIGINT');
        expect({ part, code, err: running.written.err }).toEqual({ part, code: 0, err: '' });
        expect(took).toBeLessThan(soon);
        expect(running.events().at(-1)?.event).toBe('stopped');
        const wrong = running.events('problems').concat(running.events('report'));
        expect(wrong.flatMap(({ problems }) => problems)).toEqual([]);
        expect(litterIn(cwd)).toEqual([]);
        expectWhole(documentsIn(cwd));
      }
      const last = spawnSync(process.execPath, [inject('program'), 'build', ...everything], { cwd });
      expect(last.status).toBe(0);
      expect(documentsIn(cwd)).toEqual(documentsIn(fresh));
    },
    limit,
  );

  it(
    'does so in the middle of a turn with very many changes',
    async ({ skip }) => {
      skipWhere(skip, onWindows, 'Windows has no such signals');
      const cwd = folderOf(archive());
      const running = start(cwd, ['watch', ...everything]);
      await running.seen('"event":"watching"');
      writeFileSync(
        join(cwd, 'feedmill.config.yaml'),
        'workers: 2\ntitle: Another\nfeeds: [sections, languages]\n',
      );
      for (let at = 0; at < many; at++)
        writeFileSync(join(cwd, `articles/d${at % 9}/a${at}.md`), article(`Another ${at}`, words));
      await running.seen('"event":"config"');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { code, took } = await running.stop();
      expect(code).toBe(0);
      expect(took).toBeLessThan(soon);
      expect(litterIn(cwd)).toEqual([]);
      expectWhole(documentsIn(cwd));
    },
    limit,
  );

  it('finishes a turn that is nearly done', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such signals');
    const cwd = folderOf({ 'articles/a.md': article('Storm') });
    const running = start(cwd, ['watch', '--json']);
    await running.seen('"event":"start"');
    expect(await running.stop()).toMatchObject({ code: 0 });
    const events = running.events().map(({ event }) => event);
    expect(events.slice(0, 2)).toEqual(['start', 'problems']);
    expect(events.at(-1)).toBe('stopped');
    // Whether it had begun or not: all of it, or nothing.
    expect([0, 3]).toContain(documentsIn(cwd).size);
  });
});

describe('a build that is told to end', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends at once by %s', async (signal) => {
    const cwd = folderOf(archive());
    const running = start(cwd, ['build', ...everything]);
    await running.seen('"event":"start"');
    running.child.kill(signal);
    expect(await running.ended).toEqual({ code: null, signal });
    expectWhole(documentsIn(cwd));
  });
});
