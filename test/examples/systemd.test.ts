import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, type TestContext } from 'vitest';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { skipWhere } from '../support/skip-where.js';

const example = fileURLToPath(new URL('../../examples/systemd/', import.meta.url));
const unit = readFileSync(`${example}feedmill.service`, 'utf8');

/** What the unit says of a key; several lines are joined. */
function said(key: string): string {
  return [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value).join(' ');
}

function needsAnalyze(skip: TestContext['skip']): void {
  skipWhere(skip, spawnSync('systemd-analyze', ['--version']).status !== 0, 'systemd-analyze is not there');
}

/** The unit as it would be on a machine that has the program. */
function installed(): string {
  const folder = folderOf({ feedmill: '#!/bin/sh\n' });
  chmodSync(join(folder, 'feedmill'), 0o755);
  writeFileSync(join(folder, 'feedmill.service'), unit.replace('=feedmill ', `=${folder}/feedmill `));
  return join(folder, 'feedmill.service');
}

describe('the unit of systemd', () => {
  it('is one that systemd understands without a warning', ({ skip }) => {
    needsAnalyze(skip);
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', installed()], {
      encoding: 'utf8',
    });
    // What it says of other units of this machine is not about this one.
    const about = (stdout + stderr).split('\n').filter((line) => line.includes('feedmill'));
    expect({ status, about }).toEqual({ status: 0, about: [] });
  });

  it('opens hardly anything', ({ skip }) => {
    needsAnalyze(skip);
    const check = spawnSync('systemd-analyze', ['security', '--no-pager', '--offline=true', installed()], {
      encoding: 'utf8',
    });
    skipWhere(skip, check.stderr.includes('unrecognized option'), 'systemd-analyze is older than 250');
    const [, exposure] = /exposure level for \S+: ([\d.]+)/i.exec(check.stdout) ?? [];
    expect(check.stdout).toContain('feedmill.service');
    expect(Number(exposure)).toBeLessThan(1);
  });

  it('permits the calls that the program makes of the system; it does without the others', ({ skip }) => {
    needsAnalyze(skip);
    skipWhere(skip, spawnSync('strace', ['-V']).status !== 0, 'strace is not there');
    const cwd = folderOf({ 'in/storm.md': article('Storm'), 'in/b/calm.md': article('Calm') });
    const trace = join(cwd, 'trace');
    const args = [inject('program'), 'build', 'in', '--output', 'out', '--state', 'state'];
    const traced = (...how: string[]) =>
      spawnSync('strace', ['-f', '-o', trace, ...how, process.execPath, ...args], { cwd, encoding: 'utf8' });
    skipWhere(skip, traced().status !== 0, 'strace is not permitted here');
    const called = new Set(
      [...readFileSync(trace, 'utf8').matchAll(/^\d+ +(\w+)\(/gm)].map(([, name]) => name),
    );
    const permitted = callsOf('@system-service');
    for (const name of [...callsOf('@privileged'), ...callsOf('@resources')]) permitted.delete(name);
    expect(called.size).toBeGreaterThan(30);
    const refused = [...called].filter((name) => !permitted.has(name ?? '')).join(',');
    writeFileSync(join(cwd, 'in/storm.md'), article('Storm again'));
    const again = traced(
      '-e',
      `trace=${refused || 'chown'}`,
      '-e',
      `inject=${refused || 'chown'}:error=EPERM`,
    );
    expect({ refused, status: again.status, stderr: again.stderr }).toMatchObject({ status: 0 });
    expect(again.stderr).toContain('7 written');
    expect(again.stderr).not.toMatch(/error|warning/);
  });

  it('starts a command that the program accepts, and stops and reloads it as it understands', async () => {
    const [command = '', ...args] = said('ExecStart').split(' ');
    expect(command).toBe('feedmill');
    const cwd = folderOf({ 'srv/feedmill/articles/storm.md': article('Storm') });
    mkdirSync(join(cwd, 'var/lib'), { recursive: true });
    const running = start(cwd, [...args.map((arg) => arg.replace(/^\//, `${cwd}/`)), '--json']);
    await running.seen('"event":"watching"');
    expect(said('ExecReload')).toBe('kill -HUP $MAINPID');
    running.child.kill('SIGHUP');
    await running.seen('"event":"config"');
    expect(await running.stop()).toMatchObject({ code: 0 });
  });

  it('lets the program write what it writes, and nothing else', () => {
    const args = said('ExecStart').split(' ');
    const following = (flag: string) => args[args.indexOf(flag) + 1];
    expect(said('ProtectSystem')).toBe('strict');
    expect(said('ReadWritePaths')).toBe(following('--output'));
    expect(`/var/lib/${said('StateDirectory')}`).toBe(following('--state'));
    // Programs beside the main one tell systemd of it.
    expect([said('Type'), said('NotifyAccess')]).toEqual(['notify', 'all']);
  });
});

/** The names of a set of calls, with the sets that it holds. */
function callsOf(set: string): Set<string> {
  const { stdout } = spawnSync('systemd-analyze', ['syscall-filter', '--no-pager', set], {
    encoding: 'utf8',
  });
  const names = stdout
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Set(names.flatMap((name) => (name.startsWith('@') ? [...callsOf(name)] : [name])));
}
