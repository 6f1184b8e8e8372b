import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject, onTestFinished } from 'vitest';
import type { Config } from '../../../src/index.js';
import type { Problem } from '../../../src/problems.js';
import { eventually } from '../../watch/recorder.js';

/** Whether the tests of this folder run in their long form. */
export const long = process.env.ENDURANCE === 'long';

/** How a program is to be started, and told what. */
export interface Start {
  /** An empty folder; `articles` in it is made, unless it is there. */
  readonly cwd: string;
  /** Keys of the config file, beside those that every run here has. */
  readonly config?: Config;
  /** A shell script that runs first, in the same process: the program is its arguments, which it has to `exec`. */
  readonly before?: string;
  /** Whether `before` runs in a namespace of its own, with limits and mounts of its own. */
  readonly apart?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** One turn, as the program tells of it. */
export interface Turn {
  readonly read: readonly string[];
  readonly gone: readonly string[];
  readonly entries: number;
  readonly problems: readonly Problem[];
  readonly documents: { readonly written: readonly string[] };
  /** When it was told, by the clock of the test. */
  readonly toldAt: number;
}

/** The program, watching a folder as a process of its own. */
export interface Program {
  readonly pid: number;
  readonly cwd: string;
  /** Where the articles lie, as the test sees them. */
  readonly articles: string;
  readonly output: string;
  readonly config: Config;
  readonly turns: readonly Turn[];
  /** What was told beside the turns: of the folder, and of watching it. */
  readonly problems: readonly Problem[];
  /** Memory in bytes when all garbage is gone. */
  readonly heap: () => Promise<number>;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly stop: () => Promise<void>;
}

const script = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;

/** Answers any message with the bytes in use, after garbage was collected. */
const gauge = script(`
  process.on('message', () => { gc(); gc(); process.send(process.memoryUsage().heapUsed); });
  process.channel?.unref();
`);

/** What all runs here have: every entry is shown, so that none can be missing unseen. */
const shown = { site: 'https://example.org/', title: 'Harbour', limit: 0, feeds: { sections: true } };

/**
 * Starts the program, and waits until it watches.
 *
 * @param whenOver is told how to stop it; the end of the test does so where left out
 */
export async function running(
  { cwd, config = {}, before, apart = false, env = {} }: Start,
  whenOver: (stop: () => Promise<void>) => unknown = onTestFinished,
): Promise<Program> {
  const articles = join(cwd, 'articles');
  mkdirSync(articles, { recursive: true });
  const all = { articles, output: join(cwd, 'output'), state: join(cwd, 'state'), ...shown, ...config };
  writeFileSync(join(cwd, 'feedmill.config.json'), JSON.stringify(all));
  const node = [process.execPath, '--expose-gc', '--import', gauge, inject('program'), 'watch', '--json'];
  const wrapped = before === undefined ? node : ['bash', '-c', before, 'bash', ...node];
  const [command = '', ...args] = apart ? ['unshare', '-Urm', ...wrapped] : wrapped;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = () => end(child);
  whenOver(stop);
  const turns: Turn[] = [];
  const problems: Problem[] = [];
  let isWatching = false;
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    const told = JSON.parse(line);
    if (told.event === 'report') turns.push({ ...told, toldAt: Date.now() });
    if (told.event === 'problems') problems.push(...told.problems);
    if (told.event === 'watching') isWatching = true;
  });
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}`);
    if (!isWatching) throw new Error('The program does not watch yet');
  }, Date.now() + 300_000);
  return {
    pid: child.pid ?? 0,
    cwd,
    articles,
    output: all.output,
    config: all,
    turns,
    problems,
    heap: async () => {
      child.send('heap');
      const [bytes] = await once(child, 'message');
      return Number(bytes);
    },
    signal: (name) => child.kill(name),
    stop,
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}
