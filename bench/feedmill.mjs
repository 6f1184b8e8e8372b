import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A build that begins with nothing: no documents, no ledger, no cache.
 *
 * @param {{ name: string, program: string, articles: string, scratch: string, options?: readonly string[], check: (output: string) => void }} run
 * @returns {import('./race.mjs').Contestant}
 */
export function feedmill({ name, program, articles, scratch, options = [], check }) {
  const folders = { output: join(scratch, 'output'), state: join(scratch, 'state') };
  return {
    name,
    command: buildCommand(program, articles, folders, options),
    after: () => {
      check(folders.output);
      for (const folder of Object.values(folders)) rmSync(folder, { recursive: true });
    },
  };
}

/**
 * @param {string} program
 * @param {string} articles
 * @param {{ output: string, state: string }} folders
 * @param {readonly string[]} [options]
 */
export function buildCommand(program, articles, { output, state }, options = []) {
  const site = ['--site', 'https://example.org/'];
  return [
    ...[process.execPath, program, 'build', articles, '-o', output, '--state', state],
    ...site,
    '--quiet',
    ...options,
  ];
}
