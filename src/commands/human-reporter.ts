import { shownPath } from '../config/shown-path.js';
import { checkLines } from './check-lines.js';
import type { Host } from './host.js';
import { harmless, paint, wrap } from './layout.js';
import { problemLines } from './problem-lines.js';
import { progressTeller } from './progress-teller.js';
import { publishedLine } from './published-line.js';
import { reportLines } from './report-lines.js';
import type { Reporter } from './reporter.js';

/**
 * A reporter for people: a few calm lines on stderr.
 *
 * @param quiet whether warnings and errors alone are told
 */
export function humanReporter(host: Host, quiet: boolean): Reporter {
  let first = true;
  let subject = '';
  let siteTimezone = 'UTC';
  const tell = (lines: readonly string[]) => host.err(lines.map((line) => `${line}\n`).join(''));
  const say = (line: string) => quiet || tell([wrap(line, host.layout(), 2)]);
  const shown = (path: string) => harmless(shownPath(path, host.cwd));
  const named = (file: string | undefined) => (file === undefined ? '' : ` · ${shown(file)}`);
  return {
    start: ({ articles, output, configFile, timezone }) => {
      siteTimezone = timezone;
      const name = paint('bold', 'feedmill', host.layout());
      say(`${name} ${host.version} · ${shown(articles)} → ${shown(output)}${named(configFile)}`);
    },
    progress: quiet ? () => undefined : progressTeller(host),
    report: (report) => {
      const { timezone } = host;
      tell(
        reportLines(report, { ...host.layout(), ...(timezone && { timezone }), first, quiet, siteTimezone }),
      );
      first = false;
    },
    problems: (problems) => tell(problemLines(problems, host.layout(), quiet, Infinity)),
    watching: ({ articles }) => say(`watching ${shown(articles)} for changes, Ctrl-C to stop`),
    serving: (address) => say(`serving ${address}`),
    published: (published) => say(publishedLine(published)),
    // It is as it should be; what is not comes as a problem.
    announced: () => undefined,
    checked: (check) => {
      if (quiet && check.isGood) return;
      tell(checkLines(check, subject));
      subject = check.subject;
    },
    reread: ({ configFile, timezone }, keys) => {
      const found = keys.length > 0 ? `changed ${keys.join(', ')}` : 'nothing changed';
      say(`config read again${named(configFile)} · ${found}`);
      if (keys.length === 0) return;
      siteTimezone = timezone;
      first = true;
    },
    stopped: () => say('stopped'),
  };
}
