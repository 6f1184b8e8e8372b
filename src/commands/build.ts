import { announce } from './announce.js';
import type { Command } from './command.js';
import { exitCode } from './exit-code.js';

/** Builds once. */
export const build: Command = async ({ config, reporter, strict }) => {
  const mill = await import('../build.js');
  const report = await mill.build(config, reporter.progress);
  reporter.report(report);
  // What a hub is to fetch has to be brought to the store before.
  if (!config.publish) await announce(config, report.documents, reporter);
  return exitCode(report, strict);
};
