import { lstatSync, type Stats } from 'node:fs';
import { isAbsence } from './reason.js';
import type { Source } from './source.js';

/** The stamp of a file that is not there. */
export const absent = '';

/**
 * Makes a source of what the file system says of a file.
 *
 * @param path relative to the articles folder, with `/`
 * @param stats in plain numbers, which take half as long: times are true to a quarter of a microsecond
 */
export function sourceOf(path: string, stats: Stats): Source {
  return {
    path,
    size: stats.size,
    modified: Math.trunc(stats.mtimeMs),
    stamp: `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`,
  };
}

/**
 * Takes the stamp of a file as it is now.
 *
 * @param path absolute path of the file
 * @returns `absent` where there is none; a folder that is none holds no file
 * @throws what the file system says
 */
export function stampOf(path: string): string {
  try {
    return sourceOf('', lstatSync(path)).stamp;
  } catch (error) {
    if (isAbsence(error)) return absent;
    throw error;
  }
}

/**
 * Takes the stamp of a file that was just written.
 *
 * @param path absolute path of the file
 * @param size bytes that it holds if it is as it was written
 * @param inode of the file that was written, where that is known
 * @returns nothing where it is plainly not as it was written
 * @throws what the file system says
 */
export function stampIf(path: string, size: number, inode?: number): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.size !== size) return undefined;
  return inode === undefined || stats.ino === inode ? sourceOf('', stats).stamp : undefined;
}
