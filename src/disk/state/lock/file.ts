import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { careful } from '../../careful.js';
import { codeOf } from '../../reason.js';
import { type Holder, readHolder } from './holder.js';

/** A lock file as it was at a moment; without a holder where it names none. */
export interface Found {
  readonly text: string;
  readonly modified: number;
  readonly holder?: Holder;
}

/**
 * Makes a file, unless there is one.
 *
 * @param path absolute path of the file
 * @param text what it shall hold
 * @returns whether the file could be made; not where there is one
 * @throws what the file system says
 */
export function create(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Looks at a lock file.
 *
 * @param path absolute path of the file
 * @returns nothing where there is none
 * @throws what the file system says
 */
export function look(path: string): Found | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | careful);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isDirectory()) throw new Error('its lock is no file');
    const text = readFileSync(file, 'utf8');
    const holder = readHolder(text);
    return { text, modified: stats.mtimeMs, ...(holder && { holder }) };
  } finally {
    closeSync(file);
  }
}
