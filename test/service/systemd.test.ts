import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';
import { article, start } from './program.js';

/*
 * systemd is told how the service is. In most tests a script stands for what sends the messages.
 */

const patience = { timeout: 45_000, interval: 20 };

/** A folder with articles, and what stands for `systemd-notify`; what it was told is in `told`. */
function service(script = 'echo "$@" >> "$TOLD"', files: Readonly<Record<string, string>> = {}) {
  const cwd = folderOf({
    'articles/storm.md': article('Storm'),
    'bin/systemd-notify': `#!/bin/sh\n${script}\n`,
    ...files,
  });
  chmodSync(join(cwd, 'bin/systemd-notify'), 0o755);
  const log = join(cwd, 'told');
  const environment = {
    PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`,
    TOLD: log,
    NOTIFY_SOCKET: '/nowhere',
    WATCHDOG_USEC: undefined,
    WATCHDOG_PID: undefined,
  };
  const told = () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
  const plainly = () => told().map((line) => line.replace(/(MONOTONIC_USEC=)\d+$/, '$1…'));
  return { cwd, environment, told, plainly };
}

describe.skipIf(onWindows)('systemd is told', () => {
  it('when the first turn is done, around a config that is read again, and that the end is near', async () => {
    const { cwd, environment, plainly } = service();
    const running = start(cwd, ['watch', '--json'], environment);
    await vi.waitFor(() => expect(plainly()).toEqual(['READY=1']), patience);
    expect(running.events('report')).toHaveLength(1);
    const reload = ['RELOADING=1 MONOTONIC_USEC=…', 'READY=1'];
    running.child.kill('SIGHUP');
    await vi.waitFor(() => expect(plainly()).toEqual(['READY=1', ...reload]), patience);
    writeFileSync(join(cwd, 'feedmill.config.yaml'), 'title: Two\n');
    await vi.waitFor(() => expect(plainly()).toEqual(['READY=1', ...reload, ...reload]), patience);
    expect(running.events('report')).toHaveLength(2);
    writeFileSync(join(cwd, 'feedmill.config.yaml'), 'titel: Two\n');
    await vi.waitFor(() => expect(plainly()).toEqual(['READY=1', ...reload, ...reload, ...reload]), patience);
    expect(await running.stop()).toMatchObject({ code: 0 });
    await vi.waitFor(() => expect(plainly().at(-1)).toBe('STOPPING=1'), patience);
    expect(plainly()).toHaveLength(8);
  });

  it('of nothing where it does not ask, and of no life where it does not watch', async () => {
    const { cwd, environment, told } = service();
    const silent = start(cwd, ['watch', '--json'], { ...environment, NOTIFY_SOCKET: undefined });
    await silent.seen('"event":"watching"');
    await silent.stop();
    expect(told()).toEqual([]);
    const other = { WATCHDOG_USEC: '100000', WATCHDOG_PID: '1' };
    const unwatched = start(cwd, ['watch', '--json'], { ...environment, ...other });
    await unwatched.seen('"event":"watching"');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(told()).toEqual(['READY=1']);
    await unwatched.stop();
  });

  it('that the service lives, also in the middle of a long build, and not where it hangs', async () => {
    const files = Array.from({ length: 1600 }, (_, at) => [`articles/a${at}.md`, article(`Number ${at}`)]);
    const { cwd, environment, told } = service(undefined, Object.fromEntries(files));
    const args = ['watch', '--json', '--limit', '0'];
    const running = start(cwd, args, { ...environment, WATCHDOG_USEC: '400000' });
    await running.seen('"event":"watching"');
    const early = told().filter((line) => line === 'WATCHDOG=1').length;
    expect(early).toBeGreaterThan(0);
    await vi.waitFor(() => expect(told().length).toBeGreaterThan(early + 3), patience);
    running.child.kill('SIGSTOP');
    // What was on its way arrives.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const asleep = told().length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(told()).toHaveLength(asleep);
    running.child.kill('SIGCONT');
    await vi.waitFor(() => expect(told().length).toBeGreaterThan(asleep), patience);
    expect(await running.stop()).toMatchObject({ code: 0 });
  }, 180_000);

  it('or people are, once, that it cannot be', async () => {
    const { cwd, environment } = service('echo "no such socket" >&2; exit 1');
    const running = start(cwd, ['watch', '--json'], { ...environment, WATCHDOG_USEC: '100000' });
    await running.seen('service-untold');
    await new Promise((resolve) => setTimeout(resolve, 500));
    writeFileSync(join(cwd, 'articles/calm.md'), article('Calm'));
    await running.seen('"read":["calm.md"]');
    const untold = running
      .events('problems')
      .filter((event) => JSON.stringify(event).includes('service-untold'));
    expect(untold).toHaveLength(1);
    expect(untold[0]?.level).toBe('warning');
    expect(await running.stop()).toMatchObject({ code: 0 });
  });

  it('by the real systemd-notify', async ({ skip }) => {
    const isThere = (name: string) => spawnSync(name, ['--version']).status === 0;
    skipWhere(skip, !isThere('systemd-notify'), 'systemd-notify is not there');
    skipWhere(skip, !isThere('python3'), 'python3, which listens in the place of systemd, is not there');
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print('bound', flush=True)
while True:
    # Who sends waits until what comes with BARRIER is closed.
    data, ancillary, flags, _ = socket.recv_fds(s, 4096, 4)
    import os
    for fd in ancillary: os.close(fd)
    print(data.decode().replace(chr(10), ' '), flush=True)
`;
    const socket = join(cwd, 'socket');
    const child = spawn('python3', ['-c', listener, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let heard = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
    });
    await once(child.stdout, 'data');
    const running = start(cwd, ['watch', '--json'], { NOTIFY_SOCKET: socket, WATCHDOG_USEC: '500000' });
    await vi.waitFor(() => expect(heard).toMatch(/READY=1.*WATCHDOG=1/s), patience);
    running.child.kill('SIGHUP');
    await vi.waitFor(() => expect(heard).toMatch(/RELOADING=1 MONOTONIC_USEC=\d+.*READY=1/s), patience);
    expect(await running.stop()).toMatchObject({ code: 0 });
    await vi.waitFor(() => expect(heard).toContain('STOPPING=1'), patience);
    expect(running.written.out).not.toContain('service-untold');
  });
});
