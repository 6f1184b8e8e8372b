import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '../problems.js';
import { ConfigError } from './error.js';
import { endings } from './read.js';

/**
 * Finds the config file: in the working folder, beside the articles folder, or in it.
 *
 * @param cwd absolute path of the working folder
 * @param articles absolute path of the articles folder
 * @param shown how a path is told to people
 * @returns absolute path; nothing where there is no config file
 * @throws ConfigError where there is more than one
 */
export async function findConfig(
  cwd: string,
  articles: string,
  shown: (path: string) => string,
): Promise<string | undefined> {
  const folders = new Set([cwd, dirname(articles), articles]);
  const candidates = [...folders].flatMap((folder) =>
    endings.map((ending) => join(folder, `feedmill.config${ending}`)),
  );
  const present = await Promise.all(candidates.map(isFile));
  const found = candidates.filter((_, index) => present[index]);
  if (found.length > 1) {
    const files = found.map((file) => `"${shown(file)}"`).join(' and ');
    throw new ConfigError([problem('config-ambiguous', {}, { files })]);
  }
  return found[0];
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
