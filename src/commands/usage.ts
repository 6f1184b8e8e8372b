import { resolve } from 'node:path';
import type { CommanderError } from 'commander';
import { didYouMean } from '../config/similar.js';
import { type Problem, problem } from '../problems.js';
import { commands } from './commands.js';
import { type Options, options } from './options.js';

/** What the parser does not accept, in the words of this house. */
export function parserFault({ code, message }: CommanderError): Problem {
  const name = /'(-[^'=]*)/.exec(message)?.[1] ?? '';
  if (code === 'commander.optionMissingArgument') {
    return problem('usage', {}, { reason: `option "${name}" has no value` });
  }
  if (code !== 'commander.unknownOption') {
    return problem('usage', {}, { reason: message.replace(/^error: /, '') });
  }
  const known = [...options.map(({ flags }) => longName(flags)), '--help', '--version'];
  return problem('option-unknown', {}, { name, hint: didYouMean(name, known) });
}

/** An option that another command has, but not this one. */
export function optionFault(command: string, chosen: Options): Problem | undefined {
  const names = new Set(
    Object.entries(chosen).map(([key, value]) => (value === false ? `--no-${key}` : `--${key}`)),
  );
  const foreign = options.find(
    ({ flags, only = [command] }) => !only.includes(command) && names.has(longName(flags)),
  );
  if (foreign?.only === undefined) return undefined;
  const owners = foreign.only
    .map((name) => `"${name}"`)
    .join(', ')
    .replace(/, (?="[\w-]+"$)/, ' and ');
  const hint = `; only ${owners} ${foreign.only.length > 1 ? 'have' : 'has'} it`;
  return problem('option-unknown', {}, { name: longName(foreign.flags), hint });
}

function longName(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

/**
 * What is wrong with the arguments of a command: more than one folder, or a mistyped command, which the parser takes
 * for a folder.
 *
 * @param named whether the command itself was typed
 * @param isSingle whether the command takes one folder alone
 */
export async function argumentFault(
  [folder, second]: readonly string[],
  named: boolean,
  cwd: string,
  isSingle = true,
): Promise<Problem | undefined> {
  if (!named && folder !== undefined && !(await exists(resolve(cwd, folder)))) {
    const hint = didYouMean(folder, [...commands.map(({ name }) => name), '--help']);
    if (hint !== '' || second !== undefined) return problem('command-unknown', {}, { name: folder, hint });
  }
  if (second === undefined || !isSingle) return undefined;
  return problem('usage', {}, { reason: `there can be one articles folder, but "${second}" is a second` });
}

/** Loaded here, because help and the version ask for no file. */
async function exists(path: string): Promise<boolean> {
  const { existsSync } = await import('node:fs');
  return existsSync(path);
}
