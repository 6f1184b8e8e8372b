import { relative } from 'node:path';
import { masked } from '../masked.js';

/**
 * A path as people are told it: from the working folder, or from the root where that is shorter.
 *
 * @param path absolute
 * @param cwd absolute path of the working folder
 */
export function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path) || '.';
  return masked(near.length < path.length ? near : path);
}
