import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problem } from '../problems.js';
import { defaults } from './defaults.js';
import { ConfigError } from './error.js';
import type { Invocation } from './load.js';
import { endings, scriptEndings } from './read.js';

/**
 * Where the config file may be: where it is said to be, or in the working folder, beside the articles folder or in it.
 * Whoever may write articles is not to be able to have something run: a script does not count among them.
 *
 * @returns absolute paths
 */
export function placesOf(invocation: Invocation): string[] {
  const { cwd, articles = defaults.articles, configFile } = invocation;
  if (configFile) return [resolve(cwd, configFile)];
  const folders = new Set([cwd, dirname(resolve(cwd, articles)), resolve(cwd, articles)]);
  const unrun = new Set(unrunPlacesOf(invocation));
  const all = [...folders].flatMap((folder) => endings.map((ending) => named(folder, ending)));
  return all.filter((path) => !unrun.has(path));
}

/**
 * Finds scripts that somebody may take for the config, and that are not run.
 *
 * @returns absolute paths
 */
export async function findUnrun(invocation: Invocation): Promise<string[]> {
  const places = unrunPlacesOf(invocation);
  const present = await Promise.all(places.map(isFile));
  return places.filter((_, index) => present[index]);
}

function unrunPlacesOf({ cwd, articles = defaults.articles, configFile }: Invocation): string[] {
  const folder = resolve(cwd, articles);
  if (configFile || folder === resolve(cwd)) return [];
  return scriptEndings.map((ending) => named(folder, ending));
}

function named(folder: string, ending: string): string {
  return join(folder, `feedmill.config${ending}`);
}

/**
 * Finds the config file.
 *
 * @param shown how a path is told to people
 * @returns absolute path; nothing where there is no config file, and none was named
 * @throws ConfigError where there is more than one
 */
export async function findConfig(
  invocation: Invocation,
  shown: (path: string) => string,
): Promise<string | undefined> {
  const candidates = placesOf(invocation);
  if (invocation.configFile) return candidates[0];
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
