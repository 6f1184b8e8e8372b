import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigError } from '../config/error.js';
import { findConfig } from '../config/find.js';
import { shownPath } from '../config/shown-path.js';
import { createFile } from '../disk/create.js';
import { codeOf, isAbsence } from '../disk/reason.js';
import { problem } from '../problems.js';
import type { FirstArticle } from './first-article.js';

/** The config that is written. */
export const configName = 'feedmill.config.yaml';

/**
 * Makes sure that there is no config yet where one is looked for.
 *
 * @param cwd absolute path of the working folder
 * @param articles folder of the articles
 * @throws ConfigError where there is one
 */
export async function mustBeNew(cwd: string, articles: string): Promise<void> {
  const found = await findConfig({ cwd, articles }, (path) => shownPath(path, cwd));
  if (found !== undefined) throw exists(shownPath(found, cwd));
}

/**
 * Writes the config.
 *
 * @throws ConfigError where something has its name
 */
export async function writeConfig(cwd: string, text: string): Promise<void> {
  try {
    await createFile(join(cwd, configName), text);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? exists(configName) : error;
  }
}

/** Whether nothing lies in the articles folder but what is hidden, or there is none. */
export async function isBare(cwd: string, articles: string): Promise<boolean> {
  try {
    return (await readdir(resolve(cwd, articles))).every((name) => name.startsWith('.'));
  } catch (error) {
    if (isAbsence(error)) return true;
    throw error;
  }
}

/**
 * Writes the first article.
 *
 * @returns whether it was written: what has its name stays
 */
export async function writeArticle(cwd: string, folder: string, article: FirstArticle): Promise<boolean> {
  try {
    await createFile(resolve(cwd, folder, article.name), article.text);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function exists(file: string): ConfigError {
  return new ConfigError([problem('config-exists', {}, { file })]);
}
