import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { careful } from '../careful.js';
import { isAbsence } from '../reason.js';
import { absent, sourceOf } from '../stamp.js';

/**
 * Reads a text as it is now, empty where there is none. Never follows a link, never blocks on a pipe or a device.
 *
 * The stamp is of before the reading: where the file changes meanwhile, it is not the file's, which is read again.
 *
 * @param path absolute path of the file
 * @throws what the file system says, or that it is no file
 */
export function readText(path: string): { readonly text: string; readonly stamp: string } {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | careful);
  } catch (error) {
    if (isAbsence(error)) return { text: '', stamp: absent };
    throw error;
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is neither a file nor a folder');
    // Takes no notice of a byte order mark, which an editor may have put there.
    const text = new TextDecoder().decode(readFileSync(file));
    return { text, stamp: sourceOf('', stats).stamp };
  } finally {
    closeSync(file);
  }
}
