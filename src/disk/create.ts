import { mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './replace.js';

/**
 * Writes a file that is not there yet, durably, and the folders that it lies in. It never takes the place of anything,
 * be it a link that leads nowhere.
 *
 * @param path absolute path
 * @param text what it shall hold
 * @throws what the file system says; nothing of the file is left then
 */
export async function createFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}
