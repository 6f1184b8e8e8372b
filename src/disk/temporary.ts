import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { crc32 } from 'node:zlib';
import { isAlive } from './alive.js';

/** Of a run on another machine, or in another container, nothing tells whether it lives. */
const host = crc32(hostname()).toString(16).padStart(8, '0');

/** Tells this run from an earlier one that had the same process number, as in a container. */
const run = randomBytes(4).toString('hex');

const pattern = /^\.feedmill-([0-9a-f]{8})-(\d+)-([0-9a-f]{8})[0-9a-f]{8}\.tmp$/;

/** Milliseconds after which a process that seems to live, or cannot be looked up, is taken for another one, or gone. */
const oldest = 60 * 60 * 1000;

/** A name for a file that becomes a document when it is whole. */
export function temporaryName(): string {
  return `.feedmill-${host}-${process.pid}-${run}${randomBytes(4).toString('hex')}.tmp`;
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
  const [, where, pid, maker] = pattern.exec(name) ?? [];
  if (pid === undefined || maker === run) return false;
  const isOver = where === host && (Number(pid) === process.pid || !isAlive(Number(pid)));
  return isOver || ageOf(`${folder}/${name}`) > oldest;
}

function ageOf(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}
