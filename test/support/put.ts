import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file of a folder, and makes the folders that it needs. */
export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The system lets its administrator read and write everything: rights cannot be tested then. */
export const isAdministrator = process.getuid?.() === 0;

export const onWindows = process.platform === 'win32';
