import { stat } from 'node:fs/promises';
import { problem } from '../problems.js';
import { ConfigError } from './error.js';

/**
 * Makes sure that there is an articles folder.
 *
 * @param path absolute path
 * @param shown the path as people are told it
 * @throws ConfigError where there is none, or what is there is no folder
 */
export async function mustBeFolder(path: string, shown: string): Promise<void> {
  const fail = (reason: string) =>
    new ConfigError([problem('articles-unreadable', {}, { folder: shown, reason })]);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw fail(error.code === 'ENOENT' ? 'it does not exist' : error.message);
  });
  if (!found.isDirectory()) throw fail('it is not a folder');
}
