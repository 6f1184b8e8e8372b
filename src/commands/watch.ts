import type { Report } from '../report.js';
import type { Command } from './command.js';
import { exitCode } from './exit-code.js';

/** Articles read in one turn that leave much room behind. */
const many = 500;

/** Builds, then keeps the feeds current until the user stops it. */
export const watch: Command = async ({ config, reporter, host, strict }) => {
  const { keepCurrent } = await import('../build.js');
  const { tidySoon } = await import('./tidy.js');
  let firstReport: Report | undefined;
  const mill = keepCurrent(
    config,
    {
      onReport: (report) => {
        firstReport ??= report;
        reporter.report(report);
        if (report === firstReport || report.read.length > many) tidySoon();
      },
      onProblem: (problem) => reporter.problems([problem]),
    },
    reporter.progress,
  );
  try {
    await mill.ready;
    const failure = strict && firstReport !== undefined && exitCode(firstReport, strict);
    if (failure) return failure;
    reporter.watching(config);
    // Until now a signal ends the program at once: no document is ever half-written, so nothing has to be waited for.
    await host.stopped();
    reporter.stopped();
    return 0;
  } finally {
    await mill.close();
  }
};
