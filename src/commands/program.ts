import { CommanderError } from 'commander';
import type { Problem } from '../problems.js';
import type { CommandRow } from './commands.js';
import type { Host } from './host.js';
import type { Options } from './options.js';
import { parser } from './parser.js';
import { problemLines } from './problem-lines.js';
import { argumentFault, optionFault, parserFault } from './usage.js';

/**
 * Understands a command line and does what it says.
 *
 * @param args what was typed after `feedmill`
 * @returns the exit code: 0 done; 1 done, but what was found makes the run fail; 2 could not run
 * @throws what is a fault of Feedmill, not of the user or the machine
 */
export async function program(args: readonly string[], host: Host): Promise<number> {
  const refuse = (fault: Problem) => {
    for (const line of problemLines([fault], host.layout(), false)) host.err(`${line}\n`);
    return 2;
  };
  let exitCode = 0;
  const commandLine = parser(host, async (row, typed) => {
    const chosen = typed.optsWithGlobals<Options>();
    const named = args.includes(row.name);
    const fault =
      optionFault(row.name, chosen) ??
      (await argumentFault(typed.args, named, host.cwd, row.targets === undefined));
    exitCode = fault ? refuse(fault) : await start(row, typed.args, chosen, host);
  });
  try {
    await commandLine.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : refuse(parserFault(error));
  }
}

/** Help and the version need nothing of what a run does. */
async function start(
  row: CommandRow,
  typed: readonly string[],
  chosen: Options,
  host: Host,
): Promise<number> {
  if ('begin' in row) return row.begin(typed, chosen, host);
  return (await import('./run.js')).run(row, typed[0], chosen, host);
}
