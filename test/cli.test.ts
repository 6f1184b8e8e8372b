import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from './support/folder.js';
import { type Started, started } from './support/started.js';

const article = '---\ntitle: Storm\ndate: 2026-05-06\n---\n\nWind and rain.\n';

function start(cwd: string, ...args: string[]): Started {
  return started(cwd, args);
}

async function feedmill(cwd: string, ...args: string[]) {
  const { written, ended } = start(cwd, ...args);
  return { ...(await ended), ...written };
}

/** Waits until something is written, but not beyond the end of the program. */
async function seen(running: Started, stream: 'out' | 'err', text: string | RegExp): Promise<void> {
  const check = () => expect(running.written[stream]).toMatch(text);
  await Promise.race([vi.waitFor(check, { timeout: 20_000, interval: 20 }), running.ended.then(check)]);
}

describe('feedmill build', () => {
  it('makes three feeds of a folder, reports on stderr and ends with 0', async () => {
    const cwd = folderOf({
      'news/storm.md': article,
      'news/idea.md': '---\ntitle: Idea\ndraft: true\n---\nSoon.',
    });
    const { code, out, err } = await feedmill(
      cwd,
      'build',
      'news',
      '-o',
      'public',
      '--site',
      'https://example.org',
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(
      /^feedmill \d+\.\d+\.\d+ · news → public\n2 articles read · 1 entry published · 1 withheld/,
    );
    expect(err).toContain('  withheld  idea.md  draft\n');
    expect(err).toMatch(/\nwrote .*rss\.xml.*\(7 written, 0 unchanged\) in /);
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect(readFileSync(join(cwd, 'public', name), 'utf8')).toContain('Storm');
    }
  });

  it('touches nothing the second time', async () => {
    const cwd = folderOf({ 'articles/storm.md': article });
    await feedmill(cwd, 'build');
    expect((await feedmill(cwd, 'build')).err).toMatch(/\n8 documents unchanged, in /);
  });

  it('ends with 1 where --strict finds something, and with 0 otherwise', async () => {
    const cwd = folderOf({ 'articles/storm.md': '---\ntitle: Storm\ndate: someday\n---\nWind.' });
    const { code, err } = await feedmill(cwd, 'build', '--strict');
    expect(code).toBe(1);
    expect(err).toContain('storm.md:3');
    expect((await feedmill(cwd, 'build')).code).toBe(0);
    writeFileSync(join(cwd, 'articles/storm.md'), article);
    expect((await feedmill(cwd, 'build', '--strict')).code).toBe(0);
  });

  it('gives one JSON object a line on stdout with --json, and nothing on stderr', async () => {
    const cwd = folderOf({ 'articles/storm.md': article });
    const { out, err } = await feedmill(cwd, 'build', '--json');
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(err).toBe('');
    expect(events.map(({ event }) => event)).toEqual(['start', 'problems', 'report']);
    expect(events.at(-1)).toMatchObject({ read: ['storm.md'], entries: 1, documents: { unchanged: [] } });
    expect(new Date(events.at(-1).at).toISOString()).toBe(events.at(-1).at);
  });

  it('says nothing with --quiet where nothing is wrong', async () => {
    const cwd = folderOf({ 'articles/storm.md': article });
    expect(await feedmill(cwd, 'build', '--quiet')).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('draws nothing of how far it is where nobody looks at a terminal', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => [`articles/${at}.md`, article]);
    const cwd = folderOf(Object.fromEntries(many));
    const { code, out, err } = await feedmill(cwd, 'build', '--limit', '0', '--site', 'https://example.org/');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('3000 articles read');
    expect(err).not.toMatch(/[\r\u001b█░%]/);
  });

  it('ends with 2 where it cannot write, without a stack trace', async () => {
    const cwd = folderOf({ 'articles/storm.md': article, output: 'a file' });
    const { code, err } = await feedmill(cwd, 'build');
    expect(code).toBe(2);
    expect(err).toContain('error');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('does its work where nobody reads the report', async () => {
    const cwd = folderOf({ 'articles/storm.md': article });
    const running = start(cwd, 'build', '--json');
    running.child.stdout.destroy();
    running.child.stderr.destroy();
    expect(await running.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(join(cwd, 'output/rss.xml'))).toBe(true);
  });
});

describe('feedmill watch', () => {
  it('is what a folder alone starts; it follows changes until it is stopped', async () => {
    const cwd = folderOf({ 'news/storm.md': article });
    const running = start(cwd, 'news');
    await seen(running, 'err', 'watching news for changes, Ctrl-C to stop\n');
    writeFileSync(join(cwd, 'news/.calm.md.swp'), article);
    renameSync(join(cwd, 'news/.calm.md.swp'), join(cwd, 'news/calm.md'));
    await seen(running, 'err', /\n\d\d:\d\d:\d\d changed calm\.md · wrote 7 documents in \d+ ms\n/);
    running.child.kill('SIGINT');
    expect(await running.ended).toEqual({ code: 0, signal: null });
    expect(running.written.err).toMatch(/stopped\n$/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const cwd = folderOf({ 'articles/storm.md': article });
    const running = start(cwd, 'watch', '--json');
    await seen(running, 'out', '"event":"watching"');
    running.child.kill(signal);
    expect(await running.ended).toEqual({ code: 0, signal: null });
    expect(running.written.out.trimEnd().split('\n').at(-1)).toMatch(/"event":"stopped"}$/);
  });

  it('ends where the program that reads its JSON goes away', async () => {
    const cwd = folderOf({ 'articles/storm.md': article });
    const running = start(cwd, '--json');
    await seen(running, 'out', '"event":"watching"');
    running.child.stdout.destroy();
    writeFileSync(join(cwd, 'articles/calm.md'), article);
    expect(await running.ended).toEqual({ code: 0, signal: null });
  });

  it('with --strict does not stay where the first build finds something', async () => {
    const cwd = folderOf({ 'articles/storm.md': '---\ntitle: Storm\ndate: someday\n---\nWind.' });
    expect((await feedmill(cwd, '--strict')).code).toBe(1);
  });
});

describe('feedmill', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await feedmill('.', '--version')).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  it('ends with 2 where the command line is not understood', async () => {
    expect(await feedmill('.', 'build', '--ouput', 'x')).toMatchObject({ code: 2, out: '' });
  });
});
