import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'vitest';
import { skipWhere } from '../../support/skip-where.js';

/** Leaves a test out where the system's calls cannot be tampered with. */
export function needStrace(skip: TestContext['skip']): void {
  skipWhere(skip, !hasStrace(), 'strace cannot be had here, or may not trace');
}

/** Whether `strace` is here, and may tamper with calls. */
export function hasStrace(): boolean {
  const inject = [
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=mkdir',
    '-e',
    'inject=mkdir:error=EIO',
  ];
  return process.platform === 'linux' && spawnSync('strace', [...inject, 'true']).status === 0;
}

/** Calls that were tampered with, by what was written about them. */
export function tamperedIn(log: string): number {
  return readFileSync(log, 'utf8').split('(INJECTED)').length - 1;
}

/**
 * A program to run another one through, in which some call of the system fails or kills.
 *
 * @param call its name
 * @param what as `signal=KILL`, `error=EIO` and `when=3`
 * @param path of a file, where no call but those on it shall count
 * @param log a file that is to tell what was done
 */
export function injecting(call: string, what: string, path?: string, log = '/dev/null'): string[] {
  const scope = path === undefined ? [] : ['-P', path];
  return [
    'strace',
    ...['-f', '--seccomp-bpf', '-qq', '-o', log],
    ...scope,
    ...['-e', `trace=${call}`, '-e', `inject=${call}:${what}`],
  ];
}
