import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts an article in its place whole, as careful editors do: written elsewhere, then renamed.
 *
 * @param {string} scratch on the same disk
 * @param {string} file
 * @param {string} text
 * @returns {number} when it was put there
 */
export function replace(scratch, file, text) {
  const written = join(scratch, 'written.md');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(written, text);
  const now = performance.now();
  renameSync(written, file);
  return now;
}
