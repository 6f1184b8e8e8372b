import { loadConfig } from '../config/load.js';
import { stampOfConfig } from '../config/stamp.js';
import { problem } from '../problems.js';
import type { CommandRow } from './commands.js';
import type { Host } from './host.js';
import { humanReporter } from './human-reporter.js';
import { jsonReporter } from './json-reporter.js';
import type { Options } from './options.js';
import { reasons } from './reasons.js';

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
    const { colour, ...others } = world.layout();
    return { ...others, colour: colour && options.color };
  };
  const host = { ...world, layout };
  const reporter = options.json ? jsonReporter(host) : humanReporter(host, options.quiet ?? false);
  const { config: configFile, strict, json, quiet, color, ...flags } = options;
  const invocation = {
    cwd: host.cwd,
    ...(folder !== undefined && { articles: folder }),
    ...(configFile !== undefined && { configFile }),
    flags,
  };
  const origin = {
    read: () => loadConfig(invocation),
    stamp: () => stampOfConfig(invocation),
    readAt: stampOfConfig(invocation),
  };
  try {
    const config = await origin.read();
    reporter.start(config);
    if (!config.siteGiven) reporter.problems([problem('site-not-given', {}, { site: config.site })]);
    return await command.run({ config, origin, reporter, host, strict: strict === true });
  } catch (error) {
    reporter.problems(reasons(error));
    return 2;
  }
}
