import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { skipWhere } from '../../support/skip-where.js';

/** Leaves a test out where disks cannot be put into place. */
export function needDisks(skip: TestContext['skip']): void {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  skipWhere(skip, !isRoot, 'only root of a Linux machine may mount disks');
}

/** Leaves a test out where the image of a disk cannot be mounted. */
export function needImages(skip: TestContext['skip']): void {
  needDisks(skip);
  const probe =
    'd=$(mktemp -d) && truncate -s 8M $d/i && mkfs.ext4 -q -F $d/i && mount -o loop $d/i $d && umount $d && rm -r $d';
  skipWhere(skip, spawnSync('sh', ['-c', probe]).status !== 0, 'images of disks cannot be mounted here');
}

/**
 * Mounts something, until the test is over.
 *
 * @param at the folder, made if need be
 * @param args of `mount`, but for the folder
 * @returns ends it sooner
 */
export function mount(at: string, ...args: string[]): () => void {
  mkdirSync(at, { recursive: true });
  execFileSync('mount', [...args, at]);
  const unmount = () => spawnSync('umount', ['-l', at]);
  onTestFinished(() => void unmount());
  return unmount;
}

/** A disk in memory, so small that it is soon full. */
export function smallDisk(at: string, options: string): void {
  mount(at, '-t', 'tmpfs', '-o', options, 'tmpfs');
}

/** The image of a disk that loses what nobody made sure of: a file system that helps careless programs is told not to. */
export function image(folder: string, megabytes: number): string {
  const path = join(folder, 'disk.img');
  closeSync(openSync(path, 'w'));
  truncateSync(path, megabytes * 1_048_576);
  execFileSync('mkfs.ext4', ['-q', '-F', path]);
  return path;
}

export const careless = ['-o', 'loop,commit=1,noauto_da_alloc'];
