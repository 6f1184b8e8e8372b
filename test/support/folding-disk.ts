import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderOf } from './folder.js';

/**
 * Makes an empty folder on a disk that takes upper and lower case for one; it is gone when the test is over.
 *
 * @returns its absolute path; nothing where no such disk can be had: the usual one is none, and only an administrator of
 *   Linux can make another
 */
export function foldingFolder(): string | undefined {
  const base = folderOf({ Probe: '', 'disk/': '', 'usual/': '' });
  if (existsSync(join(base, 'pROBE'))) return join(base, 'usual');
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  for (const mount of ways) {
    const image = join(base, 'image');
    const disk = join(base, 'disk');
    try {
      writeFileSync(image, '');
      truncateSync(image, 16_000_000);
      mount(image, disk);
    } catch {
      continue;
    }
    onTestFinished(() => void run('umount', '-l', disk));
    const folder = join(disk, 'folder');
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(join(folder, 'Probe'), '');
    const folds = existsSync(join(folder, 'pROBE'));
    run('rm', join(folder, 'Probe'));
    if (folds) return folder;
  }
  return undefined;
}

/** Not every kernel has each of them. */
const ways: readonly ((image: string, disk: string) => void)[] = [
  (image, disk) => {
    run('mkfs.ext4', '-q', '-O', 'casefold', image);
    run('mount', '-o', 'loop', image, disk);
    mkdirSync(join(disk, 'folder'));
    try {
      run('chattr', '+F', join(disk, 'folder'));
    } catch (error) {
      run('umount', disk);
      throw error;
    }
  },
  (image, disk) => {
    run('mkfs.vfat', image);
    run('mount', '-o', 'loop,utf8', image, disk);
  },
  (image, disk) => {
    run('mkfs.exfat', image);
    const device = run('losetup', '--find', '--show', image).trim();
    onTestFinished(() => void run('losetup', '--detach', device));
    run('mount.exfat-fuse', device, disk);
  },
];

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
