import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { formatOf } from '../article/formats.js';
import type { ResolvedConfig } from '../config/config.js';
import { type Flags, loadConfig } from '../config/load.js';
import { shownPath } from '../config/shown-path.js';
import { reasonOf } from '../disk/reason.js';
import { type Problem, problem } from '../problems.js';
import { checkFeedAddress } from './feed-address.js';
import { checkFeedBytes, checkFeedFile, mostBytes } from './feed-file.js';

/** What was typed, and the world around it. */
export interface Order {
  readonly cwd: string;
  readonly configFile?: string;
  readonly flags: Flags;
  readonly now: number;
  /** Reads what is piped into the program, to its end or a little beyond so many bytes. */
  readonly input?: (most: number) => Promise<Uint8Array>;
}

/** What was found at a target; paths as people are told them, from the working folder. */
export interface Outcome {
  readonly problems: readonly Problem[];
  /** How many articles were checked. */
  readonly articles: number;
}

/** Something that was named cannot be checked at all. */
export class TargetError extends Error {
  readonly problems: readonly Problem[];

  constructor(target: string, reason: string) {
    const found = problem('target-unreadable', {}, { target, reason });
    super(found.message);
    this.problems = [found];
  }
}

/**
 * Checks one target: a folder of articles, one of its articles, a config, a feed on disk or on the web, or what is piped in.
 *
 * @param target as it was typed; the folder of the config where left out
 * @throws TargetError, ConfigError or FolderError where it cannot be checked
 */
export async function checkTarget(target: string | undefined, order: Order): Promise<Outcome> {
  const { cwd, now, input } = order;
  if (target === undefined) return checkArticles(undefined, undefined, order);
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) throw new TargetError(target, 'it is no address');
    return { problems: await checkFeedAddress(target, now), articles: 0 };
  }
  if (target === '-' && input)
    return { problems: checkFeedBytes(await input(mostBytes), '(stdin)', now), articles: 0 };
  const path = resolve(cwd, target);
  const kind = kindOf(path, target);
  if (kind === 'folder') return checkArticles(target, undefined, order);
  if (kind === 'config') {
    await loadConfig({ cwd, configFile: target, flags: order.flags });
    return { problems: [], articles: 0 };
  }
  if (kind === 'article') return checkOne(path, order);
  try {
    return shownFrom(cwd, await checkFeedFile(path, now), path);
  } catch (error) {
    throw new TargetError(target, reasonOf(error));
  }
}

function kindOf(path: string, target: string): 'folder' | 'config' | 'article' | 'feed' {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile()) throw new TargetError(target, 'it is neither a file nor a folder');
  } catch (error) {
    throw error instanceof TargetError ? error : new TargetError(target, reasonOf(error));
  }
  if (/^feedmill\.config\.\w+$/.test(basename(path))) return 'config';
  return formatOf(path) === undefined ? 'feed' : 'article';
}

/** One article, as editors have it checked when it is saved: in its articles folder, or else in its own. */
async function checkOne(path: string, order: Order): Promise<Outcome> {
  const config = await configOf(undefined, order).catch(() => undefined);
  const inside = config && relative(config.articles, path);
  const isInside =
    inside !== undefined && !inside.startsWith('..') && resolve(config?.articles ?? '', inside) === path;
  return isInside
    ? checkArticles(undefined, inside.split(sep).join('/'), order)
    : checkArticles(dirname(path), basename(path), order);
}

async function checkArticles(
  folder: string | undefined,
  only: string | undefined,
  order: Order,
): Promise<Outcome> {
  const config = await configOf(folder, order);
  const { checkFolder } = await import('./folder.js');
  const { problems, articles } = await checkFolder(config, order.now, only);
  const home = config.configFile ?? config.articles;
  const note =
    only === undefined && !config.siteGiven ? [problem('site-not-given', {}, { site: config.site })] : [];
  return {
    ...shownFrom(order.cwd, [...note, ...problems], home),
    articles: only === undefined ? articles : 1,
  };
}

function configOf(folder: string | undefined, { cwd, configFile, flags }: Order): Promise<ResolvedConfig> {
  return loadConfig({
    cwd,
    flags,
    ...(folder !== undefined && { articles: folder }),
    ...(configFile !== undefined && { configFile }),
  });
}

/** Paths from the working folder, as editors look for them; what has no place is told of the config or the folder. */
function shownFrom(cwd: string, problems: readonly Problem[], home: string): Outcome {
  const placed = problems.map((one) => ({ ...one, path: shownPath(one.path ?? home, cwd) }));
  return { problems: placed, articles: 0 };
}
