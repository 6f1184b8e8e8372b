import { closeSync, constants, fsyncSync, openSync, type Stats } from 'node:fs';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './reason.js';
import { temporaryName } from './temporary.js';

/** Milliseconds between attempts to take the place of a file that another program holds open (Windows). */
const pauses: readonly number[] = [10, 20, 50, 100, 200, 400];

/**
 * Writes a file so that a reader sees the old bytes or the new ones, whole, whatever happens to the process or the
 * machine. That its name outlives a power cut is the business of `syncFolder`, once for all files of a folder.
 *
 * @param folder where the file lies; it must exist
 * @param name of the file in it
 * @param bytes what it shall hold
 * @param like the file that is replaced, whose owner and permissions are kept as far as possible
 * @throws what the file system says; the file is then as it was
 */
export async function replaceFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
  like?: Stats,
): Promise<void> {
  const temporary = `${folder}/${temporaryName()}`;
  const file = await open(temporary, 'wx');
  try {
    try {
      if (like !== undefined) await resemble(file, like);
      // Writes again and again until all is written: a single write may stop half-way on a disk that is nearly full.
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await takePlace(temporary, `${folder}/${name}`);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes the names in a folder durable: what was renamed into it stays renamed after a power cut.
 *
 * @param folder absolute path
 * @throws what the file system says, unless it says that folders cannot be synced there
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const file = await open(folder, constants.O_RDONLY);
  try {
    await file.sync();
  } catch (error) {
    if (!isUnsyncable(error)) throw error;
  } finally {
    await file.close();
  }
}

/**
 * Makes a file or a folder durable as it is, at once.
 *
 * @param path absolute path
 * @throws what the file system says, unless it says that this cannot be synced there
 */
export function syncNow(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(file);
  } catch (error) {
    if (!isUnsyncable(error)) throw error;
  } finally {
    closeSync(file);
  }
}

function isUnsyncable(error: unknown): boolean {
  return ['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error));
}

async function resemble(file: FileHandle, like: Stats): Promise<void> {
  const own = await file.stat();
  if (own.uid !== like.uid || own.gid !== like.gid)
    await file.chown(like.uid, like.gid).catch(() => undefined);
  await file.chmod(like.mode & 0o777).catch(() => undefined);
}

async function takePlace(temporary: string, path: string): Promise<void> {
  const waits = process.platform === 'win32' ? [...pauses] : [];
  for (;;) {
    try {
      return await rename(temporary, path);
    } catch (error) {
      const wait = waits.shift();
      if (wait === undefined || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error;
      await pause(wait);
    }
  }
}
