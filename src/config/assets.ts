import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type Problem, problem } from '../problems.js';
import type { CheckedConfig, Telling } from './check.js';
import type { Asset, ResolvedConfig } from './config.js';
import { stampAt } from './stamp.js';

/** Files of the user's that pages show, or podcasts. */
export type Assets = Readonly<Partial<Record<'logo' | 'css' | 'artwork', Asset>>>;

/** How the names of images end that can be a logo. */
export const logoEndings = ['.svg', '.png', '.webp', '.avif', '.jpg', '.jpeg', '.gif', '.ico'] as const;

/** How the names of pictures end that podcasts can have. */
export const artworkEndings = ['.jpg', '.jpeg', '.png'] as const;

/** How the names of style sheets end. */
export const styleEndings = ['.css'] as const;

/** Bytes of a file that every page loads, and of a picture that directories fetch once. */
const largest = { logo: 1_000_000, css: 1_000_000, artwork: 10_000_000 };

/**
 * Reads the files that pages and podcasts show.
 *
 * @param config without faults
 * @param base absolute path of the folder from which they count
 * @param telling how faults are told
 */
export async function readAssets(
  { pages, podcast }: CheckedConfig,
  base: string,
  { name, place }: Telling = {},
): Promise<{ readonly assets: Assets; readonly faults: readonly Problem[] }> {
  const assets: Partial<Record<'logo' | 'css' | 'artwork', Asset>> = {};
  const faults: Problem[] = [];
  const image = typeof podcast === 'object' ? podcast.image : undefined;
  const { logo, css } = typeof pages === 'object' ? pages : {};
  for (const [key, path, written] of [
    ['logo', ['pages', 'logo'], logo],
    ['css', ['pages', 'css'], css],
    ['artwork', ['podcast', 'image'], image],
  ] as const) {
    if (written === undefined || /^https?:/.test(written)) continue;
    try {
      assets[key] = await readAsset(resolve(base, written), largest[key]);
    } catch (error) {
      const values = {
        key: name?.(path) ?? path.join('.'),
        value: JSON.stringify(written),
        expected: `a file that can be read; ${reason(error)}`,
      };
      faults.push(problem('config-value', place?.(path, 'value') ?? {}, values));
    }
  }
  return { assets, faults };
}

/** The files of a config, as they stood when it was read. */
export function assetsOf({ pages, podcast }: ResolvedConfig): Asset[] {
  const artwork = typeof podcast?.artwork === 'object' ? podcast.artwork : undefined;
  return [pages?.logo, pages?.css, artwork].filter((asset) => asset !== undefined);
}

async function readAsset(file: string, largest: number): Promise<Asset> {
  const stamp = stampAt(file);
  // Whoever may write the config must not be able to publish what is no image by a link to it.
  if (extname(await realpath(file)).toLowerCase() !== extname(file).toLowerCase())
    throw new Error('it is a link to a file of another kind');
  const stats = await stat(file);
  if (!stats.isFile()) throw new Error('it is no file');
  if (stats.size > largest) throw new Error(`it is larger than ${largest / 1_000_000} MB`);
  return { file, stamp, bytes: await readFile(file) };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'it does not exist';
  if ('code' in error && error.code === 'EACCES') return 'reading it is not permitted';
  return error.message;
}
