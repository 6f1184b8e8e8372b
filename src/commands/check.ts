import { checkTarget, type Order, TargetError } from '../check/target.js';
import { ConfigError } from '../config/error.js';
import { didYouMean } from '../config/similar.js';
import { codeOf } from '../disk/reason.js';
import { codes, type Problem, problem } from '../problems.js';
import { counted, type Findings, findingsOf } from './findings/finding.js';
import { githubOf } from './findings/github.js';
import { jsonOf } from './findings/json.js';
import { sarifOf } from './findings/sarif.js';
import { summaryOf, textOf } from './findings/text.js';
import type { Host } from './host.js';
import type { Options } from './options.js';
import { problemPages } from './pages.js';
import { problemLines } from './problem-lines.js';
import { reasons } from './reasons.js';

/** The forms of a report. */
const formats = ['text', 'json', 'github', 'sarif'];

/**
 * Reports what is wrong with articles, configs and feeds, and writes nothing.
 *
 * @param targets as they were typed; the folder of the config where there are none
 * @returns the exit code: 0 no errors; 1 errors, or with `--strict` warnings; 2 something could not be checked at all
 * @throws what is a fault of Feedmill, not of the user or the machine
 */
export async function check(targets: readonly string[], options: Options, host: Host): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    const { colour, ...layout } = host.layout();
    const lines = problemLines(problems, { ...layout, colour: colour && options.color }, false);
    host.err(lines.map((line) => `${line}\n`).join(''));
    return 2;
  };
  const { format = 'text', explain } = options;
  if (explain !== undefined) return explained(explain, host, refuse);
  if (!formats.includes(format)) {
    const hint = didYouMean(format, formats) || `; there are ${formats.join(', ')}`;
    return refuse([problem('usage', {}, { reason: `there is no format "${format}"${hint}` })]);
  }
  const order = orderOf(options, host);
  let problems: readonly Problem[] = [];
  let refused: readonly Problem[] = [];
  let articles = 0;
  for (const target of targets.length > 0 ? targets : [undefined]) {
    try {
      const outcome = await checkTarget(target, order);
      problems = problems.concat(outcome.problems);
      articles += outcome.articles;
    } catch (error) {
      const found = error instanceof TargetError ? error.problems : reasons(error);
      const isFinding = error instanceof ConfigError && isFault(error);
      if (isFinding) problems = problems.concat(found);
      else refused = refused.concat(found);
      if (isFinding) host.err('The articles were not checked: first the config has to be mended.\n');
    }
  }
  const told = options.quiet ? problems.filter(({ level }) => level !== 'note') : problems;
  const findings: Findings = { findings: findingsOf(told), articles };
  if (problems.length > 0 || refused.length === 0 || articles > 0)
    await report(findings, format, options, host);
  if (refused.length > 0) return refuse(refused);
  const { error, warning } = counted(findings.findings);
  return error > 0 || (options.strict && warning > 0) ? 1 : 0;
}

/** Whether a config is there, and has a fault. */
function isFault({ problems, cause }: ConfigError): boolean {
  return codeOf(cause) !== 'ENOENT' && problems.every(({ path }) => path !== undefined);
}

function orderOf({ config, output, state, site, title, limit }: Options, { cwd, input, time }: Host): Order {
  const given = Object.entries({ output, state, site, title, limit }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    cwd,
    now: (time?.() ?? new Date()).getTime(),
    flags: Object.fromEntries(given),
    ...(config !== undefined && { configFile: config }),
    ...(input && { input }),
  };
}

async function report(found: Findings, format: string, options: Options, host: Host): Promise<void> {
  const isRead = host.isRead === true;
  const layout = { ...host.layout(), colour: isRead && host.layout().colour && options.color };
  if (format === 'json') host.out(jsonOf(found));
  else if (format === 'sarif') host.out(sarifOf(found, await problemPages(), host.cwd, host.version));
  else {
    host.out(format === 'github' ? githubOf(found) : textOf(found, layout, isRead));
    host.err(`${summaryOf(found)}\n`);
  }
}

/** Prints the page about a code. */
async function explained(
  code: string,
  host: Host,
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  const page = (await problemPages())[code];
  if (page === undefined) {
    const reason = `there is no code "${code}"${didYouMean(code, codes)}`;
    return refuse([problem('usage', {}, { reason })]);
  }
  host.out(page);
  return 0;
}
