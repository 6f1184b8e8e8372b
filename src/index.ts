import type { Config } from './config/define.js';
import type { Problem } from './problems.js';
import type { Report } from './report.js';
import type { Watcher } from './watch.js';

export { type Config, defineConfig } from './config/define.js';
export { ConfigError } from './config/error.js';
export { FolderError } from './disk/folder-error.js';
export type { Level, Place, Problem, ProblemCode } from './problems.js';
export type { Reason, Report, Withheld } from './report.js';
export type { Watcher } from './watch.js';

/**
 * Builds the feeds of a folder once.
 *
 * @param config as in a config file; relative folders count from the working folder
 * @returns what was read, published, withheld and written, and every problem; a bad article throws nothing
 * @throws ConfigError where the config has faults, with all of them
 * @throws FolderError where the folders cannot be used together
 *
 * @example
 * ```js
 * import { build } from 'feedmill';
 *
 * const report = await build({ articles: 'articles', output: 'public', site: 'https://example.org/' });
 * console.log(`${report.entries} entries in ${report.documents.written.join(', ')}`);
 * for (const problem of report.problems) console.warn(`${problem.path}:${problem.line} ${problem.message}`);
 * ```
 */
export async function build(config: Config = {}): Promise<Report> {
  const { mill, resolved } = await prepare(config);
  return mill.build(resolved);
}

/** Who is told of what a watcher does. */
export interface WatchListeners {
  /** Told of each turn: the first build, then every batch of changes. */
  readonly onReport?: (report: Report) => void;
  /** Told of problems of the folder and of watching it. */
  readonly onProblem?: (problem: Problem) => void;
}

/**
 * Builds the feeds of a folder and keeps them current until the watcher is closed.
 *
 * @param config as in a config file; relative folders count from the working folder
 * @param listeners who is told
 * @returns the watcher, after the first build
 * @throws ConfigError where the config has faults, with all of them
 * @throws FolderError where the folders cannot be used together
 *
 * @example
 * ```js
 * import { watch } from 'feedmill';
 *
 * const watcher = await watch(
 *   { articles: 'articles', output: 'public', site: 'https://example.org/' },
 *   { onReport: ({ documents }) => console.log('wrote', documents.written) },
 * );
 * process.once('SIGTERM', () => watcher.close());
 * console.log('watching');
 * ```
 */
export async function watch(config: Config = {}, listeners: WatchListeners = {}): Promise<Watcher> {
  const { mill, resolved } = await prepare(config);
  const watcher = mill.keepCurrent(resolved, {
    onReport: (report) => listeners.onReport?.(report),
    onProblem: (problem) => listeners.onProblem?.(problem),
  });
  await watcher.ready;
  return watcher;
}

/** A config file in JavaScript imports this module for `defineConfig` alone: all else is loaded when it is called for. */
async function prepare(config: Config) {
  const { resolveGiven } = await import('./config/given.js');
  const resolved = await resolveGiven(config, process.cwd());
  return { mill: await import('./build.js'), resolved };
}
