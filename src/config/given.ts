import { readAssets } from './assets.js';
import { checkConfig } from './check.js';
import type { ResolvedConfig } from './config.js';
import type { Config } from './define.js';
import { ConfigError } from './error.js';
import { mustBeFolder } from './folder.js';
import { resolveConfig } from './resolve.js';

/**
 * Makes the config of a run from an object alone; no config file is looked for.
 *
 * @param given what a program gives; it is checked as a file would be
 * @param cwd absolute path of the folder from which relative folders count
 * @throws ConfigError with every fault, or where the articles folder is missing
 */
export async function resolveGiven(given: Config, cwd: string): Promise<ResolvedConfig> {
  const { config, faults } = checkConfig(given);
  const files = await readAssets(config, cwd);
  if (faults.length + files.faults.length > 0) throw new ConfigError([...faults, ...files.faults]);
  const resolved = resolveConfig(config, cwd, files.assets);
  await mustBeFolder(resolved.articles, config.articles ?? resolved.articles);
  return resolved;
}
