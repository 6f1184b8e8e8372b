import type { ResolvedConfig } from '../config/config.js';
import { type Problem, problem } from '../problems.js';
import type { Report } from '../report.js';
import { announcerFor } from './announce.js';
import type { Run } from './command.js';
import { exitCode } from './exit-code.js';
import type { Follower } from './follower.js';
import { publisherFor } from './publisher-for.js';
import type { State } from './systemd.js';

/** Articles read in one turn that leave much room behind. */
const many = 500;

/** How a run ends. */
export type Exit = 0 | 1 | 2;

/**
 * Builds, then keeps the feeds current, by the config as it is at any time, until the user stops it.
 *
 * @param prepare called with each further config before documents are made by it; gives the one that counts
 */
export async function keep(
  run: Run,
  prepare: (config: ResolvedConfig) => Promise<ResolvedConfig> = async (config) => config,
): Promise<Exit> {
  const { reporter, host } = run;
  const stopped = host.stopped();
  const { Follower } = await import('./follower.js');
  const state = await stateTeller(run);
  // Who waits for the run to be ready is told of nothing else before.
  let isReady = false;
  const tell = (news: State) => isReady && state(news);
  const follower = new Follower(run.origin, {
    onReading: () => tell('reloading'),
    onRead: (config, keys) => {
      reporter.reread(config, keys);
      if (keys.length === 0) tell('ready');
    },
    onRefused: (problems) => {
      reporter.problems([...problems, problem('config-kept', {})]);
      tell('ready');
    },
  });
  host.onReload(() => follower.want());
  const ended = stopped.then((): Exit => {
    state('stopping');
    return 0;
  });
  const begin = (config: ResolvedConfig, first: Report): Exit => {
    const failure = !isReady && run.strict ? exitCode(first, true) : 0;
    if (failure > 0) return failure;
    reporter.watching(config);
    isReady = true;
    state('ready');
    return 0;
  };
  try {
    let outcome = await keepBy(run.config, run, ended, follower, begin);
    while (typeof outcome === 'object')
      outcome = await keepBy(await prepare(outcome), run, ended, follower, begin);
    if (outcome === 0) reporter.stopped();
    return outcome;
  } finally {
    follower.end();
  }
}

/** Keeps the feeds current by one config. Gives the next one, or how the run ends. */
async function keepBy(
  config: ResolvedConfig,
  { reporter, host }: Run,
  ended: Promise<Exit>,
  follower: Follower,
  begin: (config: ResolvedConfig, first: Report) => Exit,
): Promise<ResolvedConfig | Exit> {
  const { keepCurrent } = await import('../build.js');
  const { tidySoon } = await import('./tidy.js');
  const announcer = await announcerFor(config, reporter);
  const tell = (found: Problem) => reporter.problems([found]);
  const publisher = await publisherFor(config, host, {
    onPublished: (published) => {
      reporter.published(published);
      // The book may speak of bytes that were on disk then, and are in the store only now.
      announcer?.note({ ...published, written: published.uploaded }, true);
    },
    onProblem: tell,
  });
  let first: Report | undefined;
  const mill = keepCurrent(
    config,
    {
      onReport: (report) => {
        first ??= report;
        reporter.report(report);
        // What a hub is to fetch has to be brought to the store before.
        if (config.publish) publisher?.note(report);
        else announcer?.note(report.documents);
        if (report === first || report.read.length > many) tidySoon();
      },
      onProblem: tell,
    },
    reporter.progress,
  );
  const never = new Promise<never>(() => undefined);
  // Where the end comes before, there is no first turn.
  const begun = mill.ready.then(() => (first && begin(config, first)) || never);
  try {
    return await Promise.race([ended, begun, follower.next(config).then((next) => next ?? never)]);
  } finally {
    await Promise.all([mill.close(), publisher?.close(), announcer?.close()]);
  }
}

/** Tells systemd how the run is, where that wants to know. */
async function stateTeller({ host, reporter }: Run): Promise<(state: State) => void> {
  if (!host.env.NOTIFY_SOCKET) return () => undefined;
  const { systemd } = await import('./systemd.js');
  return systemd(host.env, process.pid, (reason) =>
    reporter.problems([problem('service-untold', {}, { reason })]),
  );
}
