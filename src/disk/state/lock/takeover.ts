import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { codeOf } from '../../reason.js';
import { temporaryName } from '../../temporary.js';
import { create, type Found, look } from './file.js';
import { ageOf, isStale, lineFor, moment } from './holder.js';

/**
 * Removes a lock that is stale. Who does so holds a claim meanwhile, and looks again when it has it: what seemed stale
 * a moment ago may be the new lock of somebody faster.
 *
 * @param folder absolute path of the state folder
 * @param path of the lock file in it
 * @throws what the file system says
 */
export function removeStale(folder: string, path: string): void {
  const claim = claimIn(folder);
  if (!create(claim, lineFor(randomUUID()))) {
    sweepClaim(folder);
    return;
  }
  try {
    const stale = look(path);
    if (stale && isStale(stale.holder, stale.modified)) remove(folder, path, stale);
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * Removes a claim that somebody left who died over it.
 *
 * @param folder absolute path of the state folder
 * @throws what the file system says
 */
export function sweepClaim(folder: string): void {
  const other = look(claimIn(folder));
  const isLeft = other && (ageOf(other.modified) > moment || isStale(other.holder, other.modified));
  if (isLeft) rmSync(claimIn(folder), { force: true });
}

function claimIn(folder: string): string {
  return `${folder}/lock.tmp`;
}

/** A machine that slept for a while over its claim removes no other lock than it looked at. */
function remove(folder: string, path: string, stale: Found): void {
  const aside = `${folder}/${temporaryName()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const moved = look(aside);
    if (moved?.text !== stale.text || moved.modified !== stale.modified) linkSync(aside, path);
  } catch {
    // There is another lock by now: who lost this one finds out before it writes.
  } finally {
    rmSync(aside, { force: true });
  }
}
