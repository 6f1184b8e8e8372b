import { linkSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { eachFile } from './floors/each-file.mjs';

/**
 * A copy of a folder whose files are the same on disk, until one is replaced: never write into them.
 *
 * @param {string} from
 * @param {string} to
 * @returns {string} the copy
 */
export function linkTree(from, to) {
  const folders = new Set();
  eachFile(from, (path) => {
    const copy = to + path.slice(from.length);
    if (!folders.has(dirname(copy))) mkdirSync(dirname(copy), { recursive: true });
    folders.add(dirname(copy));
    linkSync(path, copy);
  });
  return to;
}
