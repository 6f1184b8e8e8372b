import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { inject, onTestFinished, vi } from 'vitest';
import type { Problem } from '../../../src/index.js';

/** A report of the program, as far as these tests look at it. */
export interface Told {
  readonly event: string;
  readonly problems?: readonly Found[];
  readonly read?: readonly string[];
  readonly documents?: { readonly written: readonly string[]; readonly unchanged: readonly string[] };
}

/** How a run ended, and what it told. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly told: readonly Told[];
  readonly err: string;
}

/** A run that is under way. */
export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Grows while it runs. */
  readonly told: Told[];
  readonly ended: Promise<Ended>;
}

/**
 * Starts the program, with `--json`.
 *
 * @param cwd where it runs
 * @param args of the program
 * @param through a program with its arguments that starts this one, as `strace`
 */
export function start(cwd: string, args: readonly string[], through: readonly string[] = []): Running {
  const [first = '', ...rest] = [...through, process.execPath, inject('program'), ...args, '--json'];
  const env = { ...process.env, UV_THREADPOOL_SIZE: through.length > 0 ? '1' : undefined };
  const child = spawn(first, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: Told[] = [];
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (out + text).split('\n');
    out = lines.pop() ?? '';
    told.push(...lines.map((line) => JSON.parse(line)));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, told, err }));
  return { child, told, ended };
}

/** Waits until a run has told something, but not beyond its end. */
export async function toldOf(running: Running, event: string, times = 1): Promise<void> {
  const check = () => {
    if (running.told.filter((told) => told.event === event).length < times)
      throw new Error(`Nothing was told of "${event}".`);
  };
  const waiting = vi.waitFor(check, { timeout: 60_000, interval: 2 });
  await Promise.race([waiting, running.ended.then(check)]);
}

/** A problem, as far as these tests look at it. */
type Found = Pick<Problem, 'code' | 'level' | 'message'>;

/** The problems that a run told of, but for notes. */
export function problemsIn({ told }: Pick<Ended, 'told'>): Found[] {
  return seriousIn(told.flatMap(({ problems = [] }) => problems));
}

/** Those that are not mere notes, as of what articles leave out. */
export function seriousIn(problems: readonly Found[]): Found[] {
  return problems.filter(({ level }) => level !== 'note');
}
