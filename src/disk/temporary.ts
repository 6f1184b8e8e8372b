import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { isAlive } from './alive.js';

/** Tells this run from an earlier one that had the same process number, as in a container. */
const run = randomBytes(4).toString('hex');

const pattern = /^\.feedmill-(\d+)-([0-9a-f]{8})[0-9a-f]{8}\.tmp$/;

/** Milliseconds after which a process of the same number is taken for another one. */
const oldest = 60 * 60 * 1000;

/** A name for a file that becomes a document when it is whole. */
export function temporaryName(): string {
  return `.feedmill-${process.pid}-${run}${randomBytes(4).toString('hex')}.tmp`;
}

/**
 * Removes the temporary files that killed runs left in a folder; those of a run that lives stay.
 *
 * @param folder absolute path of a folder that documents are written to
 */
export function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (isStale(folder, name)) unlinkSync(`${folder}/${name}`);
    }
  } catch {
    // What cannot be swept does no harm.
  }
}

function isStale(folder: string, name: string): boolean {
  const [, pid, maker] = pattern.exec(name) ?? [];
  if (pid === undefined || maker === run) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid)) || ageOf(`${folder}/${name}`) > oldest;
}

function ageOf(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}
