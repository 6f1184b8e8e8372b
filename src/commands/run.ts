import { assetsOf } from '../config/assets.js';
import type { Asset, ResolvedConfig } from '../config/config.js';
import { findUnrun } from '../config/find.js';
import { type Invocation, loadConfig } from '../config/load.js';
import { shownPath } from '../config/shown-path.js';
import { stampAt, stampOfConfig } from '../config/stamp.js';
import { type Problem, problem } from '../problems.js';
import type { Configured } from './commands.js';
import type { Origin } from './follower.js';
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
  command: Configured,
  folder: string | undefined,
  options: Options,
  world: Host,
): Promise<0 | 1 | 2> {
  const layout = () => {
    const { colour, ...others } = world.layout();
    return { ...others, colour: colour && options.color };
  };
  const host = { ...world, layout };
  const minded = () => {
    const stopped = host.stopped();
    return { ...host, stopped: () => stopped };
  };
  const reporter = options.json ? jsonReporter(host) : humanReporter(host, options.quiet ?? false);
  const { config: configFile, strict, json, quiet, color, live, ...others } = options;
  const flags = live === false ? { ...others, live } : others;
  const invocation = {
    cwd: host.cwd,
    ...(folder !== undefined && { articles: folder }),
    ...(configFile !== undefined && { configFile }),
    flags,
  };
  const origin = originOf(invocation);
  try {
    const config = await origin.read();
    const notes = [...(await unrun(invocation)), ...(command.findsSite ? [] : addressNote(config))];
    // Whoever hears of the start may want the end.
    const ready = command.lasts ? minded() : host;
    reporter.start(config);
    if (notes.length > 0) reporter.problems(notes);
    return await command.run({ config, origin, reporter, host: ready, strict: strict === true });
  } catch (error) {
    reporter.problems(reasons(error));
    return 2;
  }
}

/** Files that pages show belong to the config: it says what is in them. */
function originOf(invocation: Invocation): Origin {
  let assets: readonly Asset[] = [];
  let readAt = stampOfConfig(invocation);
  return {
    read: async () => {
      const stamp = stampOfConfig(invocation);
      const config = await loadConfig(invocation);
      assets = assetsOf(config);
      readAt = [stamp, ...assets.map((asset) => asset.stamp)].join('\n');
      return config;
    },
    stamp: () => [stampOfConfig(invocation), ...assets.map(({ file }) => stampAt(file))].join('\n'),
    readAt: () => readAt,
  };
}

/** Whoever put it there has to know why it does not count. */
async function unrun(invocation: Invocation): Promise<Problem[]> {
  const files = await findUnrun(invocation);
  return files.map((file) => problem('config-unrun', {}, { file: shownPath(file, invocation.cwd) }));
}

function addressNote({ siteGiven, site }: ResolvedConfig): Problem[] {
  return siteGiven ? [] : [problem('site-not-given', {}, { site })];
}
