import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { inject, onTestFinished } from 'vitest';

/** The program as it runs, with what it has written. */
export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly written: { out: string; err: string };
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** How the program is started, where it is not started as most are. */
export interface Start {
  /** Variables more, or others. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What the command line begins with: another program that starts it. */
  readonly under?: readonly string[];
}

/** Starts the program as it is installed; it is killed when the test is over. */
export function started(
  cwd: string,
  args: readonly string[],
  { environment = {}, under = [] }: Start = {},
): Started {
  const [command = '', ...rest] = [...under, process.execPath, inject('program'), ...args];
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text;
  });
  return { child, written, ended: once(child, 'close').then(([code, signal]) => ({ code, signal })) };
}
