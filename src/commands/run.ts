import { ConfigError } from '../config/error.js';
import { loadConfig } from '../config/load.js';
import { FolderError } from '../disk/folder-error.js';
import { type Problem, problem } from '../problems.js';
import type { CommandRow } from './commands.js';
import type { Host } from './host.js';
import { humanReporter } from './human-reporter.js';
import { jsonReporter } from './json-reporter.js';
import type { Options } from './options.js';

/**
 * Runs one command: makes its config, and tells what happens.
 *
 * @param folder the articles folder, where one was named
 * @returns the exit code
 * @throws what is a fault of Feedmill, not of the user or the machine
 */
export async function run(
  command: CommandRow,
  folder: string | undefined,
  options: Options,
  world: Host,
): Promise<0 | 1 | 2> {
  const layout = () => {
    const { columns, colour } = world.layout();
    return { columns, colour: colour && options.color };
  };
  const host = { ...world, layout };
  const reporter = options.json ? jsonReporter(host) : humanReporter(host, options.quiet ?? false);
  try {
    const { config: configFile, strict, json, quiet, color, ...flags } = options;
    const config = await loadConfig({
      cwd: host.cwd,
      ...(folder !== undefined && { articles: folder }),
      ...(configFile !== undefined && { configFile }),
      flags,
    });
    reporter.start(config);
    if (!config.siteGiven) reporter.problems([problem('site-not-given', {}, { site: config.site })]);
    return await command.run({ config, reporter, host, strict: strict === true });
  } catch (error) {
    reporter.problems(reasons(error));
    return 2;
  }
}

/** Why the run is impossible; what is no such reason is thrown on. */
function reasons(error: unknown): readonly Problem[] {
  if (error instanceof ConfigError || error instanceof FolderError) return error.problems;
  const refused = error instanceof Error && 'syscall' in error;
  if (!refused) throw error;
  return [problem('run-impossible', {}, { reason: error.message })];
}
