import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Lock } from '../../../src/disk/state/lock.js';
import { folderOf } from '../../support/folder.js';
import { skipWhere } from '../../support/skip-where.js';

vi.mock('node:fs', { spy: true });

const since = '2026-11-22T20:31:05.120Z';
const compiled = await bundled('../../../src/disk/state/lock.ts');
const hasStarts = existsSync('/proc/self/stat');
const noStarts = 'the system does not tell when a process started';

/** A module in JavaScript, at an address from which other processes can import it. */
async function bundled(module: string): Promise<string> {
  const input = fileURLToPath(new URL(module, import.meta.url));
  const { output } = await (await rolldown({ input, platform: 'node' })).generate();
  return `data:text/javascript,${encodeURIComponent(output[0].code)}`;
}

/** A lock that is given back when the test is over. */
function lockOf(folder: string): Lock {
  const lock = new Lock(folder);
  onTestFinished(() => lock.release());
  return lock;
}

/** Leaves a lock file that some process is said to have made, seconds ago. */
function leave(folder: string, holder: Readonly<Record<string, unknown>> | string, age = 0): void {
  const path = join(folder, 'lock');
  const whole = typeof holder === 'string' ? holder : { host: hostname(), since, token: 'theirs', ...holder };
  writeFileSync(path, typeof whole === 'string' ? whole : `${JSON.stringify(whole)}\n`);
  const time = Date.now() / 1000 - age;
  utimesSync(path, time, time);
}

function alive(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child.pid ?? 0;
}

/** The number of a process that there was. */
function dead(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function startOf(pid: number): string {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

describe('a state folder', () => {
  it('is held by who came first, and the lock says who that is', () => {
    const folder = folderOf({});
    const lock = lockOf(folder);
    expect(lock.isHeld()).toBe(false);
    expect([lock.acquire(), lock.acquire(), lock.isHeld()]).toEqual([undefined, undefined, true]);
    const text = readFileSync(join(folder, 'lock'), 'utf8');
    expect(text).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(text)).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it('is held by one only of two in the same process, until it is given back', () => {
    const folder = folderOf({});
    const [one, other] = [lockOf(folder), lockOf(folder)];
    one.acquire();
    const words = /^process \d+ on this machine, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/;
    expect(other.acquire()).toMatch(words);
    other.release();
    expect([one.isHeld(), other.isHeld()]).toEqual([true, false]);
    one.release();
    one.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(other.acquire()).toBeUndefined();
    expect(one.acquire()).toMatch(words);
  });

  it('is held by one only of two threads of the same process', async ({ skip }) => {
    skipWhere(skip, !hasStarts, noStarts);
    const folder = folderOf({});
    const script = `import(${JSON.stringify(compiled)}).then(({ Lock }) => {
      new Lock(${JSON.stringify(folder)}).acquire();
      require('node:worker_threads').parentPort.postMessage('held');
      setTimeout(() => {}, 600_000);
    });`;
    const thread = new Worker(script, { eval: true });
    onTestFinished(async () => void (await thread.terminate()));
    await once(thread, 'message');
    expect(lockOf(folder).acquire()).toMatch(`process ${process.pid} on this machine, since `);
  });

  it('that is not there cannot be held', () => {
    expect(() => lockOf(join(folderOf({}), 'gone')).acquire()).toThrow('ENOENT');
  });
});

describe('a lock', () => {
  it('of a process that lives is respected, however old it is', () => {
    const folder = folderOf({});
    const pid = alive();
    leave(folder, { pid, ...(hasStarts && { started: startOf(pid) }) }, hasStarts ? 90_000 : 1000);
    const lock = lockOf(folder);
    expect(lock.acquire()).toBe(`process ${pid} on this machine, since 2026-11-22 20:31:05 UTC`);
    expect(lock.isHeld()).toBe(false);
    lock.release();
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('of a process that is gone is taken over at once', () => {
    const folder = folderOf({});
    leave(folder, { pid: dead() });
    expect(lockOf(folder).acquire()).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('of a process whose number another one has now is taken over', ({ skip }) => {
    skipWhere(skip, !hasStarts, noStarts);
    const folder = folderOf({});
    leave(folder, { pid: alive(), started: '1' });
    expect(lockOf(folder).acquire()).toBeUndefined();
  });

  it('of a process that was killed and not yet asked about is taken over', async () => {
    const folder = folderOf({});
    const script = `import(${JSON.stringify(compiled)}).then(({ Lock }) => {
      console.log(new Lock(${JSON.stringify(folder)}).acquire() ?? 'held');
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(String(await once(child.stdout, 'data'))).toBe('held\n');
    const lock = lockOf(folder);
    expect(lock.acquire()).toMatch(`process ${child.pid} `);
    child.kill('SIGKILL');
    // This process hears of the end when the test rests; until then the dead one has its number.
    await vi.waitFor(() => expect(lock.acquire()).toBeUndefined(), { timeout: 20_000 });
  });

  it('of an earlier process that had the number of this one, as in a container, is taken over', () => {
    for (const started of [{}, { started: '1' }]) {
      const folder = folderOf({});
      leave(folder, { pid: process.pid, ...started }, hasStarts ? 3600 * 2 : 0);
      expect(lockOf(folder).acquire()).toBeUndefined();
    }
  });

  it('of another machine is respected while there are signs of life, and taken over without', () => {
    const folder = folderOf({});
    leave(folder, { pid: 12, host: 'other "host"' }, 60);
    expect(lockOf(folder).acquire()).toBe('process 12 on "other \\"host\\"", since 2026-11-22 20:31:05 UTC');
    leave(folder, { pid: 12, host: 'otherhost' }, 150);
    expect(lockOf(folder).acquire()).toBeUndefined();
  });

  it('of another machine whose clock, or ours, was wrong and is right again is taken over', () => {
    const folder = folderOf({});
    leave(folder, { pid: 12, host: 'otherhost' }, -86_400);
    expect(lockOf(folder).acquire()).toBeUndefined();
  });

  it('that cannot be read as one is respected for a moment: it may just be written', () => {
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"pid":-1}',
      `{"pid":1,"host":"a","since":"x","token":"t"}`,
    ]) {
      const folder = folderOf({});
      leave(folder, text, 2);
      expect(lockOf(folder).acquire()).toBe('another process');
      leave(folder, text, text === '' ? -15 : 15);
      expect(lockOf(folder).acquire()).toBeUndefined();
      expect(readdirSync(folder)).toEqual(['lock']);
    }
  });

  it('that is a folder is no lock', () => {
    const folder = folderOf({ 'lock/': '' });
    expect(() => lockOf(folder).acquire()).toThrow('EISDIR');
  });

  it('gives a sign of life every half minute', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = folderOf({});
    const lock = lockOf(folder);
    lock.acquire();
    const ageNow = () => Date.now() - statSync(join(folder, 'lock')).mtimeMs;
    utimesSync(join(folder, 'lock'), 1000, 1000);
    vi.advanceTimersByTime(31_000);
    expect(ageNow()).toBeLessThan(20_000);
    lock.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that somebody removed or took over is held no more, and gives no sign of life for another', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = folderOf({});
    const lock = lockOf(folder);
    lock.acquire();
    rmSync(join(folder, 'lock'));
    expect([lock.isHeld(), vi.getTimerCount()]).toEqual([false, 0]);
    expect([lock.acquire(), lock.isHeld()]).toEqual([undefined, true]);
    leave(folder, { pid: 12, host: 'otherhost' }, 60);
    vi.advanceTimersByTime(31_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(Date.now() - statSync(join(folder, 'lock')).mtimeMs).toBeGreaterThan(59_000);
    lock.release();
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch('otherhost');
  });

  it('is taken over though somebody died over taking it', () => {
    const folder = folderOf({ 'lock.tmp': '' });
    leave(folder, { pid: dead() });
    expect(lockOf(folder).acquire()).toBe('another process');
    utimesSync(join(folder, 'lock.tmp'), 1000, 1000);
    expect(lockOf(folder).acquire()).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('is taken over at once where it is known that who died over taking it is gone', () => {
    const folder = folderOf({});
    const pid = dead();
    leave(folder, { pid });
    for (const name of ['lock', 'other']) {
      // The second time, the stale lock is gone already.
      copyFileSync(join(folder, name), join(folder, 'lock.tmp'));
      if (name === 'lock') copyFileSync(join(folder, 'lock'), join(folder, 'other'));
      const lock = lockOf(folder);
      expect(lock.acquire()).toBeUndefined();
      expect(readdirSync(folder)).toEqual(['lock', 'other']);
      lock.release();
    }
  });

  it('is taken where there are no hard links, too', () => {
    const folder = folderOf({});
    vi.mocked(linkSync).mockImplementationOnce(() => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    });
    const [one, other] = [lockOf(folder), lockOf(folder)];
    expect([one.acquire(), one.isHeld(), readdirSync(folder)]).toEqual([undefined, true, ['lock']]);
    expect(other.acquire()).toMatch('on this machine');
  });
});

/** Waits to be told of a folder and a time, and takes the lock at that time. */
const contender = `import(${JSON.stringify(compiled)}).then(({ Lock }) => {
  let lock;
  process.on('message', ({ folder, at }) => {
    if (folder === undefined) return process.send(lock.isHeld());
    lock = new Lock(folder);
    while (Date.now() < at);
    process.send(lock.acquire() ?? 'mine');
  });
  process.send('ready');
});`;

async function ask(child: ChildProcess, question: object): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(question);
  return (await answer)[0];
}

it('of many that find the same stale lock at the same time, exactly one takes it over', async () => {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ['-e', contender], { stdio: [...stdio] }),
  );
  onTestFinished(() => children.forEach((child) => void child.kill('SIGKILL')));
  await Promise.all(children.map((child) => once(child, 'message')));
  const pid = dead();
  for (let round = 0; round < 20; round++) {
    const folder = folderOf({});
    leave(folder, { pid });
    const question = { folder, at: Date.now() + 20 };
    const answers = await Promise.all(children.map((child) => ask(child, question)));
    const holding = await Promise.all(children.map((child) => ask(child, {})));
    expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1);
    expect(holding).toEqual(answers.map((answer) => answer === 'mine'));
    const winner = children[answers.indexOf('mine')];
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: winner?.pid });
    expect(readdirSync(folder)).toEqual(['lock']);
  }
});
