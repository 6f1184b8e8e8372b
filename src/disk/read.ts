import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type Problem, problem } from '../problems.js';
import { careful, unblocked } from './careful.js';
import { parentOf } from './changes.js';
import { isGuarded, isStray } from './inside.js';
import type { Follow } from './links.js';
import { reasonOf } from './reason.js';
import type { Source } from './source.js';
import { sourceOf } from './stamp.js';

/** A file's bytes with the stamp that belongs to them, or why they could not be had. */
export type Reading =
  | { readonly bytes: Uint8Array; readonly source: Source; readonly problem?: never }
  | { readonly problem: Problem };

const plainFlags = constants.O_RDONLY | careful;
const linkFlags = constants.O_RDONLY | unblocked;

const attempts = 3;

const stray = 'it lies outside of the articles folder';

/**
 * Reads a file of the articles folder. Never follows a link further than it may, never blocks on a pipe or a device,
 * never throws: what a path has led to since it was looked at makes no difference.
 *
 * @param root absolute path of the articles folder
 * @param path of the file, relative to it, with `/`
 * @param limit most bytes that are read; a larger file is a problem that names the limit
 * @param known the file as it was listed: where it still is that, it need not be looked at twice
 * @param follow how far links are followed; not at all where left out
 * @returns bytes to be used at once; whoever keeps them may keep those of other files, too
 */
export function readSource(
  root: string,
  path: string,
  limit: number,
  known?: Source,
  follow: Follow['where'] | false = false,
): Reading {
  try {
    const file = openSync(`${root}/${path}`, follow ? linkFlags : plainFlags);
    const mustLieInside = () => {
      if (follow !== 'anywhere' && isStray(file, root, path)) throw new Error(stray);
    };
    try {
      const isSure = !follow && isGuarded(root, parentOf(path));
      if (!isSure) mustLieInside();
      const again = known && readAgain(file, known, limit);
      if (again) return again;
      if (isSure) mustLieInside();
      return readWhole(file, path, limit);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: problem('file-unreadable', { path }, { reason: reasonOf(error) }) };
  }
}

/** Reads a file that is as it was listed: bytes between two equal stamps belong to both. Nothing where it is not. */
function readAgain(file: number, known: Source, limit: number): Reading | undefined {
  if (known.size > limit) return undefined;
  const bytes = readBytes(file, known.size);
  if (bytes.length !== known.size) return undefined;
  const after = fstatSync(file);
  return sourceOf(known.path, after).stamp === known.stamp ? { bytes, source: known } : undefined;
}

/** Reads until the file is the same before and after, so that bytes and stamp belong together. */
function readWhole(file: number, path: string, limit: number): Reading {
  let before = fstatSync(file);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const fault = faultOf(before, path, limit);
    if (fault !== undefined) return { problem: fault };
    const bytes = readBytes(file, before.size);
    const after = fstatSync(file);
    const source = sourceOf(path, after);
    if (bytes.length === source.size && source.stamp === sourceOf(path, before).stamp)
      return { bytes, source };
    before = after;
  }
  return { problem: problem('file-changing', { path }) };
}

function faultOf(stats: Stats, path: string, limit: number): Problem | undefined {
  if (!stats.isFile()) {
    const reason = stats.isDirectory() ? 'it is a folder' : 'it is neither a file nor a folder';
    return problem('file-unreadable', { path }, { reason });
  }
  if (stats.size <= limit) return undefined;
  return problem('file-too-large', { path }, { size: stats.size, limit });
}

/** A read may give less than it was asked for; a file that became shorter gives nothing in the end. */
function readBytes(file: number, size: number): Uint8Array {
  const bytes = room(size);
  let length = 0;
  while (length < size) {
    const got = readSync(file, bytes, length, size - length, length);
    if (got === 0) break;
    length += got;
  }
  return bytes.subarray(0, length);
}

/** Small files share memory: to get it, and to give it back, costs each of them more than to be read. */
const shared = 65_536;
let free = Buffer.alloc(0);

function room(size: number): Buffer {
  if (size > shared / 4) return Buffer.allocUnsafe(size);
  if (size > free.length) free = Buffer.allocUnsafe(shared);
  const taken = free.subarray(0, size);
  free = free.subarray(size);
  return taken;
}
