import { lstatSync, mkdirSync } from 'node:fs';

/**
 * Makes sure that a folder exists inside the output folder, and that no link on the way leads out of it.
 *
 * @param output absolute path of the output folder, which exists
 * @param folder relative to it, with `/`; `''` is the output folder itself
 * @returns the folders in which another one had to be made, relative to the output folder
 * @throws what the file system says, or that something on the way is a link or no folder
 */
export function makeFolder(output: string, folder: string): string[] {
  const grown: string[] = [];
  for (const step of stepsTo(folder)) {
    if (isRealFolder(output, step)) continue;
    mkdirSync(`${output}/${step}`);
    grown.push(step.slice(0, Math.max(0, step.lastIndexOf('/'))));
  }
  return grown;
}

/**
 * Whether a folder exists inside the output folder, reached without a link.
 *
 * @param output absolute path of the output folder
 * @param folder relative to it, with `/`
 * @throws what the file system says, or that something on the way is a link or no folder
 */
export function hasFolder(output: string, folder: string): boolean {
  return stepsTo(folder).every((step) => isRealFolder(output, step));
}

/** `a/b/c` is reached by way of `a`, `a/b` and `a/b/c`. */
function stepsTo(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isRealFolder(output: string, folder: string): boolean {
  const stats = lstatSync(`${output}/${folder}`, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (stats.isDirectory()) return true;
  throw new Error(`"${folder}" is ${stats.isSymbolicLink() ? 'a link' : 'not a folder'}`);
}
