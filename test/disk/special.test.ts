import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listSources } from '../../src/disk/list.js';
import { readManifest } from '../../src/disk/manifest.js';
import { readSource } from '../../src/disk/read.js';
import { Lock } from '../../src/disk/state/lock.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';

const all = { skip: () => false };

/** Fails where something waits for what never comes: a read that blocks takes the whole process with it. */
function atOnce<Result>(act: () => Result): Result {
  const began = performance.now();
  const result = act();
  expect(performance.now() - began).toBeLessThan(5000);
  return result;
}

function pipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

async function socket(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(path, resolve));
}

describe.skipIf(onWindows)('pipes, sockets and devices', () => {
  it('are skipped with a note, and read in no time where they take the place of a file', async () => {
    const folder = folderOf({ 'a.md': 'text' });
    for (const name of ['1.md', '2.md', '3.md', '4.md', '5.md']) pipe(join(folder, name));
    await socket(join(folder, 'socket.md'));
    const listing = atOnce(() => listSources(folder, all));
    expect([...listing.sources.keys()]).toEqual(['a.md']);
    expect(listing.problems.map(({ code, level }) => `${level} ${code}`)).toEqual(
      Array.from({ length: 6 }, () => 'note file-special'),
    );
    for (const path of ['1.md', 'socket.md']) {
      const { problem } = atOnce(() => readSource(folder, path, 1000));
      expect(problem?.message).toBe('Cannot read the file: it is neither a file nor a folder');
    }
  });

  it('are so behind a link as well', () => {
    const folder = folderOf({ 'zero/': '' });
    pipe(join(folder, '.pipe'));
    symlinkSync('.pipe', join(folder, 'pipe.md'));
    symlinkSync('/dev/zero', join(folder, 'zero.md'));
    const follow = { where: 'anywhere', never: [] } as const;
    const listing = atOnce(() => listSources(folder, { ...all, follow }));
    expect([...listing.sources.keys()]).toEqual([]);
    expect(listing.problems.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'pipe.md file-special',
      'zero.md file-special',
    ]);
    for (const path of ['pipe.md', 'zero.md']) {
      const { problem } = atOnce(() => readSource(folder, path, 1000, undefined, 'anywhere'));
      expect(problem?.message).toBe('Cannot read the file: it is neither a file nor a folder');
    }
  });

  it('are so where they are devices', ({ skip }) => {
    const folder = folderOf({ 'a.md': 'text' });
    skipWhere(skip, process.getuid?.() !== 0, 'only an administrator can make devices');
    try {
      execFileSync('mknod', [join(folder, 'zero.md'), 'c', '1', '5'], { stdio: 'ignore' });
      execFileSync('mknod', [join(folder, 'disk.md'), 'b', '7', '250'], { stdio: 'ignore' });
    } catch {
      skipWhere(skip, true, 'devices cannot be made here');
    }
    const listing = atOnce(() => listSources(folder, all));
    expect([...listing.sources.keys()]).toEqual(['a.md']);
    expect(listing.problems).toMatchObject([{ code: 'file-special' }, { code: 'file-special' }]);
    for (const path of ['zero.md', 'disk.md'])
      expect(atOnce(() => readSource(folder, path, 1000)).problem?.message).toBe(
        'Cannot read the file: it is neither a file nor a folder',
      );
  });

  it('hold up nothing where Feedmill looks for its own files', () => {
    const folder = folderOf({ 'state/': '', 'out/': '' });
    pipe(join(folder, 'state/lock'));
    pipe(join(folder, 'out/.feedmill.json'));
    const lock = new Lock(join(folder, 'state'));
    expect(() => atOnce(() => lock.acquire())).toThrow('its lock is no file');
    expect(atOnce(() => readManifest(join(folder, 'out')))).toEqual({
      reason: 'it is neither a file nor a folder',
    });
  });

  it('hold up nothing where a link to an endless one lies in the place of the lock', () => {
    const folder = folderOf({ 'state/': '' });
    symlinkSync('/dev/zero', join(folder, 'state/lock'));
    expect(() => atOnce(() => new Lock(join(folder, 'state')).acquire())).toThrow();
  });
});

describe.skipIf(onWindows)('what may not be read', () => {
  it('is a problem each, and everything else is listed', () => {
    const folder = folderOf({
      'a.md': '',
      'closed.md': '',
      'shut/b.md': '',
      'blind/c.md': '',
      'mute/d.md': '',
    });
    mkdirSync(join(folder, 'x.md'));
    asOrdinaryUser(folder);
    chmodSync(join(folder, 'closed.md'), 0);
    chmodSync(join(folder, 'shut'), 0);
    // Its names may be read, and nothing of what they name; and the other way round.
    chmodSync(join(folder, 'blind'), 0o444);
    chmodSync(join(folder, 'mute'), 0o111);
    onTestFinished(() => {
      for (const name of ['shut', 'blind', 'mute']) chmodSync(join(folder, name), 0o755);
    });
    const listing = listSources(folder, all);
    expect([...listing.sources.keys()].sort()).toEqual(['a.md', 'closed.md']);
    expect(listing.problems.map(({ code, path }) => `${path} ${code}`).sort()).toEqual([
      'blind/c.md file-unreadable',
      'mute folder-unreadable',
      'shut folder-unreadable',
    ]);
    expect([...listing.unreadable].sort()).toEqual(['blind/c.md', 'mute', 'shut']);
    expect(readSource(folder, 'closed.md', 1000).problem?.message).toBe(
      'Cannot read the file: permission denied',
    );
    expect(readSource(folder, 'x.md', 1000).problem?.message).toBe('Cannot read the file: it is a folder');
  });
});
