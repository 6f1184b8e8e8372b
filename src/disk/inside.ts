import { constants, fstatSync, readlinkSync, statSync } from 'node:fs';
import { liesBelow, realPath } from './links.js';

/** Where the articles folder is itself, as it was found last. */
let home = { root: '', place: '' };

/**
 * Whether an open file lies outside of the articles folder: between the look at a path and its opening, somebody may have
 * put a link in the place of one of its folders.
 *
 * @param file descriptor
 * @param root absolute path of the articles folder, which may be a link itself
 * @param path by which the file was opened, relative to it, with `/`
 * @param mayLink whether the last step of the path may be a link
 * @throws what the file system says
 */
export function isStray(file: number, root: string, path: string, mayLink: boolean): boolean {
  // Without a folder on its way, and without a link at its end, a path leads nowhere else.
  if (!mayLink && constants.O_NOFOLLOW !== undefined && !path.includes('/')) return false;
  const place = placeOf(file, `${root}/${path}`);
  if (home.root === root && liesBelow(place, home.place)) return false;
  // A link to the articles folder may lead to another one by now.
  home = { root, place: realPath(root) };
  return !liesBelow(place, home.place);
}

/** The real path of an open file. */
function placeOf(file: number, path: string): string {
  if (process.platform === 'linux') {
    try {
      // The system knows by which folders the file was reached.
      return readlinkSync(`/proc/self/fd/${file}`);
    } catch {
      // There is no such place in some containers.
    }
  }
  const place = realPath(path);
  const [opened, there] = [fstatSync(file, { bigint: true }), statSync(place, { bigint: true })];
  return opened.dev === there.dev && opened.ino === there.ino ? place : '';
}
