import type { ResolvedConfig } from '../config/config.js';
import { problem } from '../problems.js';
import type { Account } from '../serve/account.js';
import type { Server } from '../serve/serve.js';
import type { Settings } from '../serve/settings.js';
import type { Command, Run } from './command.js';
import { keep } from './keep.js';
import type { Reporter } from './reporter.js';

/** Keeps the feeds current as `watch` does, and serves them over HTTP. */
export const serve: Command = async (run) => {
  const { host, reporter } = run;
  const stopped = host.stopped();
  const { startServer } = await import('../serve/serve.js');
  const { Account } = await import('../serve/account.js');
  const starting = startServer(settingsOf(run.config), (reason) =>
    reporter.problems([problem('server-lost', {}, { reason })]),
  );
  const server = await Promise.race([starting, stopped]);
  if (!server) {
    starting.then((late) => late.close()).catch(() => undefined);
    reporter.stopped();
    return 0;
  }
  // Who is being answered is not kept waiting for the mill.
  void stopped.then(() => server.close());
  reporter.serving(server.address);
  const config = sited(run.config, server);
  if (!config.siteGiven) reporter.problems([problem('site-not-given', {}, { site: config.site })]);
  let output = config.output;
  const told = telling(reporter, server, new Account(), () => output);
  try {
    return await keep(
      {
        ...run,
        config,
        reporter: told,
        origin: { ...run.origin, read: async () => sited(await run.origin.read(), server) },
      },
      async (next) => {
        output = next.output;
        return follow(next, server, run);
      },
    );
  } finally {
    await server.close();
  }
};

function settingsOf({ output, site, siteGiven, hub, serve }: ResolvedConfig): Settings {
  return { ...serve, output, hub, site: siteGiven ? site : undefined };
}

/** Where no address is given, the site is where it is served. */
function sited(config: ResolvedConfig, { address }: Server): ResolvedConfig {
  return config.siteGiven ? config : { ...config, site: address };
}

/** The server goes on by another config. Where it cannot, it stays as it is, and all else of the config counts. */
async function follow(config: ResolvedConfig, server: Server, { reporter }: Run): Promise<ResolvedConfig> {
  const before = server.address;
  try {
    await server.change(settingsOf(config));
  } catch (error) {
    const { reasons } = await import('./reasons.js');
    reporter.problems(reasons(error));
  }
  if (server.address !== before) reporter.serving(server.address);
  return sited(config, server);
}

/** Tells the server what the reporter is told. */
function telling(reporter: Reporter, server: Server, account: Account, output: () => string): Reporter {
  const tellState = () => {
    if (account.state) server.tell(account.state);
  };
  return {
    ...reporter,
    report: (report) => {
      const news = account.note(output(), report);
      if (account.state) server.note(news, account.state);
      reporter.report(report);
    },
    problems: (problems) => {
      account.add(problems);
      tellState();
      reporter.problems(problems);
    },
    reread: (config, keys) => {
      account.mended();
      tellState();
      reporter.reread(config, keys);
    },
  };
}
