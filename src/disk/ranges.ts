import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Ranges } from '../measure/ranges.js';
import { type Problem, problem } from '../problems.js';
import { careful, unblocked } from './careful.js';
import { isStray } from './inside.js';
import type { Follow } from './links.js';
import { reasonOf } from './reason.js';

/**
 * Lets somebody look into a file of the articles folder, with the care of `readSource`.
 *
 * @param root absolute path of the articles folder
 * @param path of the file, relative to it, with `/`
 * @param use looks into it, and has it no longer when done
 * @param follow how far links are followed; not at all where left out
 */
export function lookInto<Found>(
  root: string,
  path: string,
  use: (file: Ranges) => Found,
  follow: Follow['where'] | false = false,
):
  | { readonly found: Found; readonly problem?: never }
  | { readonly problem: Problem; readonly found?: never } {
  try {
    const file = openSync(`${root}/${path}`, constants.O_RDONLY | (follow ? unblocked : careful));
    try {
      if (follow !== 'anywhere' && isStray(file, root, path))
        throw new Error('it lies outside of the articles folder');
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new Error('it is not a file');
      return { found: use({ size: stats.size, at: (from, length) => part(file, from, length, stats.size) }) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: problem('file-unreadable', { path }, { reason: reasonOf(error) }) };
  }
}

/** Whoever looks into a file does so in many small steps. */
let room = Buffer.alloc(0);

function part(file: number, from: number, length: number, size: number): Buffer {
  const wanted = Math.max(0, Math.min(length, size - from));
  if (from < 0 || wanted === 0) return room.subarray(0, 0);
  if (wanted > room.length) room = Buffer.allocUnsafe(wanted);
  let got = 0;
  while (got < wanted) {
    const more = readSync(file, room, got, wanted - got, from + got);
    if (more === 0) break;
    got += more;
  }
  return room.subarray(0, got);
}
