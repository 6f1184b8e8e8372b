import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Started, started } from './started.js';

/** A report in JSON, as far as tests look at it. */
export interface Told {
  readonly event: string;
  readonly read: readonly string[];
  readonly gone: readonly string[];
  readonly articles: number;
  readonly entries: number;
  readonly documents: { readonly written: readonly string[] };
  readonly problems: readonly { readonly code: string; readonly path?: string; readonly message: string }[];
}

/** Milliseconds after which a program that is not done is taken for blocked, and killed. */
const patience = 40_000;

/**
 * Starts the program.
 *
 * @param before what the command line begins with, as a program that runs it as somebody else
 */
export function start(cwd: string, args: readonly string[], before: readonly string[] = []): Started {
  return started(cwd, args, { under: before });
}

/** Runs the program to its end, and gives its exit code and all it wrote; nothing for the code where it blocks. */
export async function runOf(cwd: string, args: readonly string[], before: readonly string[] = []) {
  const { child, written, ended } = start(cwd, args, before);
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const { code } = await ended;
  clearTimeout(timer);
  return { code, ...written };
}

/** Builds once, and gives the report. */
export async function reportOf(cwd: string, args: readonly string[] = [], before: readonly string[] = []) {
  const { code, out, err } = await runOf(cwd, ['build', '--json', ...args], before);
  if (code !== 0) throw new Error(`ended with ${code}: ${err} ${out}`);
  const report = linesOf(out).find(({ event }) => event === 'report');
  if (report === undefined) throw new Error(`no report: ${out}`);
  return report;
}

/** The JSON lines that a run has written. */
export function linesOf(out: string): Told[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Told => JSON.parse(line));
}

/** What the JSON Feed in a folder holds. */
export function itemsIn(folder: string): { id: string; url: string; title: string; content_html?: string }[] {
  return JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')).items;
}

/** Waits until something holds, long enough for a busy machine. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: patience, interval: 50 });
}
