import { dirname, resolve } from 'node:path';
import type { Problem } from '../problems.js';
import { type Assets, readAssets } from './assets.js';
import { checkConfig, type Telling } from './check.js';
import type { ResolvedConfig } from './config.js';
import { ConfigError } from './error.js';
import { findConfig } from './find.js';
import { mustBeFolder } from './folder.js';
import { readConfig } from './read.js';
import { resolveConfig } from './resolve.js';
import { shownPath } from './shown-path.js';

/** What was given for this run alone, not yet checked: it beats the config file. */
export interface Flags {
  readonly output?: unknown;
  readonly state?: unknown;
  readonly site?: unknown;
  readonly title?: unknown;
  readonly limit?: unknown;
  readonly poll?: unknown;
  readonly host?: unknown;
  readonly port?: unknown;
  readonly live?: unknown;
}

/** What a run starts from. */
export interface Invocation {
  /** Absolute path of the working folder: folders that are given here, and the default ones, count from it. */
  readonly cwd: string;
  /** The articles folder; else the one of the config file, else `articles`. */
  readonly articles?: string;
  /** The config file; else it is looked for in the working folder, beside the articles folder and in it. */
  readonly configFile?: string;
  readonly flags?: Flags;
}

/**
 * Makes the config of a run from the command line and a config file: flags beat the file, the file beats the defaults.
 *
 * @throws ConfigError with every fault of the file and the flags, or where the articles folder is missing
 */
export async function loadConfig(invocation: Invocation): Promise<ResolvedConfig> {
  const { cwd, articles, flags = {} } = invocation;
  const shown = (path: string) => shownPath(path, cwd);
  const file = await findConfig(invocation, shown);
  const fromFile =
    file === undefined ? { config: {}, assets: {}, faults: [] } : await checkFile(file, shown(file));
  const fromFlags = checkFlags(flags);
  const faults: Problem[] = [...fromFile.faults, ...fromFlags.faults];
  if (faults.length > 0) throw new ConfigError(faults);

  const watch = { ...fromFile.config.watch, ...fromFlags.config.watch };
  const serve = { ...fromFile.config.serve, ...fromFlags.config.serve };
  const folder = articles === undefined ? {} : { articles };
  const given = { ...fromFile.config, ...fromFlags.config, ...folder, watch, serve };
  const config = resolveConfig(given, cwd, fromFile.assets);
  await mustBeFolder(config.articles, articles ?? shown(config.articles));
  return file === undefined ? config : { ...config, configFile: file };
}

/** Checks a config file; its relative folders are made absolute, as they count from its own folder. */
async function checkFile(
  file: string,
  shown: string,
): Promise<ReturnType<typeof checkConfig> & { readonly assets: Assets }> {
  const written = await readConfig(file, shown);
  const telling: Telling = { place: (path, part) => ({ path: shown, ...written.locate(path, part) }) };
  const { config, faults } = checkConfig(written.value, telling);
  const files = await readAssets(config, dirname(file), telling);
  const absolute = { ...config };
  for (const key of ['articles', 'output', 'state'] as const) {
    const folder = config[key];
    if (folder !== undefined) absolute[key] = resolve(dirname(file), folder);
  }
  return { config: absolute, assets: files.assets, faults: [...faults, ...files.faults] };
}

function checkFlags({ poll, host, port, live, ...flags }: Flags): ReturnType<typeof checkConfig> {
  const given = (group: object) =>
    Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
  return checkConfig(
    { ...flags, watch: given({ poll }), serve: given({ host, port, live }) },
    {
      name: (path) => `--${String(path.at(-1))}`,
    },
  );
}
