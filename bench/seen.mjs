import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { documents } from './documents.mjs';

/**
 * Waits until all documents hold a text, looking every millisecond.
 *
 * @param {string} folder
 * @param {string} text
 * @returns {Promise<number>} when they did
 */
export async function seen(folder, text) {
  const deadline = performance.now() + 60_000;
  const waiting = new Map([...documents.keys()].map((name) => [join(folder, name), '']));
  while (waiting.size > 0) {
    if (performance.now() > deadline) throw new Error(`The documents in "${folder}" do not hold "${text}"`);
    for (const [file, before] of waiting) {
      const { ino, mtimeNs } = statSync(file, { bigint: true });
      const stamp = `${ino} ${mtimeNs}`;
      if (stamp === before) continue;
      if (readFileSync(file).includes(text)) waiting.delete(file);
      else waiting.set(file, stamp);
    }
    if (waiting.size > 0) await setTimeout(1);
  }
  return performance.now();
}
