import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { careful } from '../../careful.js';
import { codeOf } from '../../reason.js';
import { temporaryName } from '../../temporary.js';
import { type Holder, readHolder } from './holder.js';

/** A lock file as it was at a moment; without a holder where it names none. */
export interface Found {
  readonly text: string;
  readonly modified: number;
  readonly holder?: Holder;
}

/** What a file system says that has no hard links. */
const linkless: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EMLINK'];

/**
 * Makes a file, unless there is one. It is there with all it shall hold, or not at all, even if this process is killed
 * over it; only where there are no hard links, it is written in its place.
 *
 * @param path absolute path of the file
 * @param text what it shall hold
 * @returns whether the file could be made; not where there is one
 * @throws what the file system says
 */
export function create(path: string, text: string): boolean {
  const temporary = `${dirname(path)}/${temporaryName()}`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (linkless.includes(codeOf(error))) return createInPlace(path, text);
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function createInPlace(path: string, text: string): boolean {
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
