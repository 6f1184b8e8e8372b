import type { BigIntStats } from 'node:fs';
import type { Source } from './source.js';

/**
 * Makes a source of what the file system says of a file.
 *
 * @param path relative to the articles folder, with `/`
 * @param stats with bigint, so that times have their nanoseconds
 */
export function sourceOf(path: string, stats: BigIntStats): Source {
  return {
    path,
    size: Number(stats.size),
    modified: Number(stats.mtimeMs),
    stamp: `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`,
  };
}
