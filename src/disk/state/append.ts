import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { careful } from '../careful.js';
import { sourceOf, stampIf } from '../stamp.js';

const toAppend = constants.O_RDWR | constants.O_APPEND | careful;

/**
 * Adds lines to a file that is as it was last seen, durably and all of them or none.
 *
 * @param path absolute path of the file
 * @param lines each ends in `\n`
 * @param before stamp of the file as it was last seen
 * @returns the stamp of the file then; nothing where others wrote it since, and no line was added, or meanwhile
 * @throws what the file system says
 */
export async function append(path: string, lines: string, before: string): Promise<string | undefined> {
  const file = await open(path, toAppend);
  let size: number;
  let inode: number;
  try {
    const stats = await file.stat();
    // Somebody was faster than the call.
    if (sourceOf('', stats).stamp !== before) return undefined;
    inode = stats.ino;
    size = await addLines(file, lines, stats.size);
  } finally {
    await file.close();
  }
  // By its path, and when it is closed: the lines may have gone into a file that another took the place of.
  return stampIf(path, size, inode);
}

/**
 * Adds lines to a file as it is, or to a new one, durably and all of them or none.
 *
 * @param path absolute path of the file
 * @param lines each ends in `\n`
 * @throws what the file system says
 */
export async function appendAnyway(path: string, lines: string): Promise<void> {
  const file = await open(path, toAppend | constants.O_CREAT);
  try {
    await addLines(file, lines, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/**
 * Writes lines to the end of a file, durably and all of them or none.
 *
 * @returns bytes that the file holds then
 */
async function addLines(file: FileHandle, lines: string, size: number): Promise<number> {
  const last = Buffer.alloc(1, '\n');
  if (size > 0) await file.read(last, 0, 1, size - 1);
  // A line that has no end would make one line with the next, and neither could be read.
  const bytes = Buffer.from(last.toString('latin1') === '\n' ? lines : `\n${lines}`);
  try {
    // Writes again and again until all is written.
    await file.writeFile(bytes);
    await file.datasync();
  } catch (error) {
    await file.truncate(size).catch(() => undefined);
    throw error;
  }
  return size + bytes.length;
}
