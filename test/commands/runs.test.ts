import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { feedIn } from '../service/feed.js';
import { article } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { runHere } from './here.js';

/*
 * What people read while a command runs. That the program as it is installed does so is tested in test/service.
 */

const config = 'feedmill.config.yaml';
const undated = '---\ntitle: Undated\ndate: someday\n---\nWind.';

function folder(files: Readonly<Record<string, string>> = {}): string {
  return folderOf({ 'articles/storm.md': article('Storm'), ...files });
}

describe('a build', () => {
  it('says from where to where it goes, by which config, and what came of it', async () => {
    const cwd = folder({ [config]: 'site: https://example.org/\n' });
    const { ended, written } = runHere(cwd, 'build');
    expect(await ended).toBe(0);
    expect(written.out).toBe('');
    expect(written.err.replace(/\d+ ms|[\d.]+ s\b/, '… ms').split('\n')).toEqual([
      `feedmill 1.2.3 · articles → output · ${config}`,
      '1 article read · 1 entry published',
      'wrote atom.xml, embed.html, feed.css, feed.json, index.html, page.css, rss.xml (7 written, 0 unchanged) in … ms',
      '',
    ]);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['Storm']);
  });

  it('that finds something ends with 1 where it is strict, with 0 otherwise, and has published all the same', async () => {
    const cwd = folder({ 'articles/undated.md': undated });
    expect(await runHere(cwd, 'build --strict').ended).toBe(1);
    expect(await runHere(cwd, 'build').ended).toBe(0);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['Storm', 'Undated']);
  });

  it('that is quiet tells what is wrong alone', async () => {
    const cwd = folder({ 'articles/undated.md': undated });
    const { ended, written } = runHere(cwd, 'build --quiet');
    await ended;
    expect(written.err.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringContaining('  warning   undated.md:3  Cannot read date "someday"'),
      expect.stringContaining('[date-unreadable]'),
    ]);
  });

  it('says that a script among the articles is not run, and runs it not', async () => {
    const script = `import { writeFileSync } from 'node:fs'; writeFileSync('ran', '');`;
    const cwd = folder({ 'articles/feedmill.config.mjs': script });
    const { ended, written } = runHere(cwd, 'build');
    expect(await ended).toBe(0);
    expect(written.err).toContain('articles/feedmill.config.mjs');
    expect(written.err).toContain('[config-unrun]');
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });
});

describe('a watch', () => {
  it('says that it watches and how to stop it, follows changes, and says that it has stopped', async () => {
    const cwd = folder();
    const { ended, stop, seen, written } = runHere(cwd, 'watch');
    await seen('watching articles for changes, Ctrl-C to stop\n');
    writeFileSync(join(cwd, 'articles/calm.md'), article('Calm'));
    await seen('changed calm.md · wrote 7 documents');
    stop();
    expect(await ended).toBe(0);
    expect(written.err).toMatch(/\nstopped\n$/);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['Calm', 'Storm']);
  });

  it('that is strict does not stay where the first build finds something', async () => {
    const { ended, written } = runHere(folder({ 'articles/undated.md': undated }), 'watch --strict');
    expect(await ended).toBe(1);
    expect(written.err).toContain('undated.md:3');
    expect(written.err).not.toContain('watching');
  });

  it('that is stopped before it is ready ends with 0 all the same', async () => {
    const { ended, stop, written } = runHere(folder(), 'watch');
    stop();
    expect(await ended).toBe(0);
    expect(written.err).not.toContain('watching');
  });

  it('says what a config that changes says otherwise, and builds by it', async () => {
    const cwd = folder({ [config]: 'title: One\ntimezone: UTC\n' });
    const { ended, stop, seen } = runHere(cwd, 'watch');
    await seen('watching');
    writeFileSync(join(cwd, config), 'title: Two\ntimezone: Asia/Tokyo\n');
    await seen(`config read again · ${config} · changed title, description, timezone\n`);
    // All the folder is told again, as it comes out by the new config.
    await seen('1 article', 2);
    await seen('watching', 2);
    expect(feedIn(join(cwd, 'output')).title).toBe('Two');
    stop();
    expect(await ended).toBe(0);
  });

  it('reads its config again when it is told to, and says where nothing changed', async () => {
    const { ended, stop, reload, seen, written } = runHere(folder({ [config]: 'title: One\n' }), 'watch');
    await seen('watching');
    reload();
    await seen(`config read again · ${config} · nothing changed\n`);
    stop();
    expect(await ended).toBe(0);
    // What is the same is not built again.
    expect(written.err.split('watching')).toHaveLength(2);
  });

  it('says what is wrong with a config that it cannot use, and keeps the one before', async () => {
    const cwd = folder({ [config]: 'title: One\n' });
    const { ended, stop, seen } = runHere(cwd, 'watch');
    await seen('watching');
    writeFileSync(join(cwd, config), 'titel: Two\n');
    await seen(`${config}:1:1  Cannot use config key "titel"`);
    await seen('[config-kept]');
    writeFileSync(join(cwd, 'articles/calm.md'), article('Calm'));
    await seen('changed calm.md');
    expect(feedIn(join(cwd, 'output'))).toEqual({ title: 'One', entries: ['Calm', 'Storm'] });
    stop();
    expect(await ended).toBe(0);
  });
});

describe.skipIf(onWindows)('a watch under systemd', () => {
  /** What stands for `systemd-notify`; gives what it was told. */
  function notified(cwd: string, script: string) {
    chmodSync(join(cwd, 'bin/systemd-notify'), 0o755);
    writeFileSync(join(cwd, 'bin/systemd-notify'), `#!/bin/sh\n${script}\n`);
    vi.stubEnv('PATH', `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    return () => (existsSync(join(cwd, 'told')) ? readFileSync(join(cwd, 'told'), 'utf8') : '');
  }

  it('tells it that it is ready, reads its config, is ready again, lives and stops', async () => {
    const cwd = folder({ 'bin/systemd-notify': '' });
    const told = notified(cwd, `echo "$@" >> ${join(cwd, 'told')}`);
    const plainly = () =>
      told()
        .replace(/(?:WATCHDOG=1\n)+/g, '')
        .replace(/USEC=\d+/, 'USEC=…')
        .split('\n');
    const env = { NOTIFY_SOCKET: '/nowhere', WATCHDOG_USEC: '100000', WATCHDOG_PID: String(process.pid) };
    const { ended, stop, reload, seen } = runHere(cwd, 'watch', env);
    await seen('watching');
    await vi.waitFor(() => expect(told()).toMatch(/READY=1\n(?:WATCHDOG=1\n){2}/), { timeout: 45_000 });
    reload();
    await seen('nothing changed');
    stop();
    expect(await ended).toBe(0);
    const all = ['READY=1', 'RELOADING=1 MONOTONIC_USEC=…', 'READY=1', 'STOPPING=1', ''];
    await vi.waitFor(() => expect(plainly()).toEqual(all), { timeout: 45_000 });
  });

  it('says once where it cannot tell it, and goes on', async () => {
    const cwd = folder({ 'bin/systemd-notify': '' });
    notified(cwd, 'echo "no such socket" >&2; exit 1');
    const { ended, stop, reload, seen, written } = runHere(cwd, 'watch', { NOTIFY_SOCKET: '/nowhere' });
    await seen('[service-untold]');
    reload();
    await seen('nothing changed');
    stop();
    expect(await ended).toBe(0);
    expect(written.err.split('[service-untold]')).toHaveLength(2);
    expect(written.err).toContain('no such socket');
  });
});
