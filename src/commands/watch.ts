import type { Report } from '../report.js';
import type { Command } from './command.js';
import { exitCode } from './exit-code.js';

/** Builds, then keeps the feeds current until the user stops it. */
export const watch: Command = async ({ config, reporter, host, strict }) => {
  const { keepCurrent } = await import('../build.js');
  let stopping = false;
  const stopped = host.stopped().then(() => {
    stopping = true;
  });
  let firstReport: Report | undefined;
  const mill = keepCurrent(config, {
    onReport: (report) => {
      firstReport ??= report;
      reporter.report(report);
    },
    onProblem: (problem) => reporter.problems([problem]),
  });
  try {
    await Promise.race([mill.ready, stopped]);
    const failure = strict && firstReport !== undefined && exitCode(firstReport, strict);
    if (failure) return failure;
    if (!stopping) reporter.watching(config);
    await stopped;
    return 0;
  } finally {
    await mill.close();
    if (stopping) reporter.stopped();
  }
};
