import type { Problem } from '../problems.js';
import type { Report, Withheld } from '../report.js';
import type { Host } from './host.js';
import { pace } from './pace.js';
import type { Reporter } from './reporter.js';

/** Milliseconds between two events of progress. */
const between = 2000;

/** How much an event matters, as logs call it. */
type LogLevel = 'info' | 'warning' | 'error';

/** What JSON lets stand, though it may move the cursor or turn a line around. */
const commanding = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A reporter for programs: one JSON object a line on stdout, nothing cut; times are ISO 8601. */
export function jsonReporter({ version, out, now }: Host): Reporter {
  const line = (event: string, facts: object = {}, level: LogLevel = 'info') => {
    const json = JSON.stringify({ time: iso(Date.now()), level, event, ...facts });
    // It is the same JSON; a terminal takes no command from it.
    out(`${json.replace(commanding, escaped)}\n`);
  };
  const isTime = pace(now, () => between);
  return {
    start: ({ articles, output, configFile }) => line('start', { version, articles, output, configFile }),
    progress: (progress) => {
      const { kind, done, total } = isTime(progress) ?? {};
      if (kind !== undefined) line('progress', { kind, done, total });
    },
    report: (report) => line('report', dated(report), worst(report.problems)),
    problems: (problems) => line('problems', { problems }, worst(problems)),
    watching: ({ articles }) => line('watching', { articles }),
    serving: (address) => line('serving', { address }),
    published: ({ to, uploaded, removed, unchanged, bytes, milliseconds }) =>
      line('published', { to, uploaded, removed, unchanged: unchanged.length, bytes, milliseconds }),
    announced: (announced) => line('announced', announced),
    checked: (check) => line('checked', check, check.isGood ? 'info' : 'warning'),
    reread: ({ articles, output, configFile }, changed) =>
      line('config', { articles, output, configFile, changed }),
    stopped: () => line('stopped'),
  };
}

function worst(problems: readonly Problem[]): LogLevel {
  const is = (level: Problem['level']) => problems.some((found) => found.level === level);
  if (is('error')) return 'error';
  return is('warning') ? 'warning' : 'info';
}

function dated(report: Report): object {
  const due = ({ until, ...held }: Withheld) => (until === undefined ? held : { ...held, until: iso(until) });
  const { at, next, withheld } = report;
  return {
    ...report,
    at: iso(at),
    ...(next !== undefined && { next: iso(next) }),
    withheld: withheld.map(due),
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
