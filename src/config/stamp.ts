import { statSync } from 'node:fs';
import { placesOf } from './find.js';
import type { Invocation } from './load.js';

/**
 * How the files stand from which the config of a run may come: another text where one of them was made, written, replaced
 * or removed since. Never throws.
 */
export function stampOfConfig(invocation: Invocation): string {
  return placesOf(invocation).map(stampAt).join('\n');
}

/** How one file stands. Links are followed: who deploys a config may turn one to the next. Never throws. */
export function stampAt(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : '';
  } catch (error) {
    return String(error);
  }
}
