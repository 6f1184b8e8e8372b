import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a file of a folder, and makes the folders that it needs. */
export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * Goes on as a user whom permissions bind, until the test is over: an administrator may read and write everything.
 *
 * @param folder given to that user, with all it holds
 */
export function asOrdinaryUser(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const nobody = 65_534;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), nobody, nobody);
  chownSync(folder, nobody, nobody);
  process.seteuid?.(nobody);
  onTestFinished(() => process.seteuid?.(0));
}

export const onWindows = process.platform === 'win32';
