import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = `npm run bench -- [options]

  --sizes 1000,10000   how many articles, up to 1000000
  --only cold,watch    some of: cold, unlimited, groups, warm, start, watch, idle
  --write              write docs/benchmarks.md and docs/benchmarks.svg
  --rounds N           runs of each, instead of what each part needs
  --changes 40         changes of each kind while watching
  --idle 60            seconds for which an idle watch is observed
  --program FILE       instead of dist/cli.js`;

/**
 * What the command line asks for.
 *
 * @param {readonly string[]} args
 * @param {readonly string[]} parts every part there is
 */
export function options(args, parts) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        sizes: { type: 'string', default: '1000,10000' },
        only: { type: 'string', default: parts.join() },
        write: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        changes: { type: 'string', default: '40' },
        idle: { type: 'string', default: '60' },
        program: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
      },
    });
    const only = values.only.split(',');
    const unknown = only.find((name) => !parts.includes(name));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}"`);
    if (values.write && parts.some((name) => !only.includes(name)))
      throw new Error('A run of some parts alone (--only) writes nothing');
    return {
      sizes: values.sizes
        .split(',')
        .map(number)
        .sort((a, b) => a - b),
      only,
      write: values.write,
      ...(values.rounds !== undefined && { rounds: number(values.rounds) }),
      changes: number(values.changes),
      idle: number(values.idle),
      program: values.program,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** @param {string} text */
function number(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no number`);
  return Number(text);
}
