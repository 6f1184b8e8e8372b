import { fstatSync, lstatSync, readlinkSync, statSync } from 'node:fs';
import { parentOf } from './changes.js';
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
 * @throws what the file system says
 */
export function isStray(file: number, root: string, path: string): boolean {
  const place = placeOf(file, `${root}/${path}`);
  if (home.root === root && liesBelow(place, home.place)) return false;
  // A link to the articles folder may lead to another one by now.
  home = { root, place: realPath(root) };
  return !liesBelow(place, home.place);
}

/** Milliseconds for which it counts who may write to a folder: what its owner does about that is meant. */
const moment = 1000;

let guarded = { root: '', until: 0, folders: new Map<string, boolean>() };

/**
 * Whether nobody but this user and the administrator can put a link in the place of a folder of the articles folder, which
 * is usual: then a file that is as it was listed is the one that was listed. It is sooner found out once for a folder than
 * for each file where that lies.
 *
 * @param root absolute path of the articles folder
 * @param folder relative to it, with `/`
 * @throws what the file system says
 */
export function isGuarded(root: string, folder: string): boolean {
  if (folder === '') return true;
  const now = performance.now();
  if (guarded.root !== root || now > guarded.until)
    guarded = { root, until: now + moment, folders: new Map() };
  const known = guarded.folders.get(folder);
  if (known !== undefined) return known;
  const above = parentOf(folder);
  const found = isGuarded(root, above) && isOwn(root, above) && lstatSync(`${root}/${folder}`).isDirectory();
  guarded.folders.set(folder, found);
  return found;
}

/** Whether nobody else may change the names in a folder. */
function isOwn(root: string, folder: string): boolean {
  const { uid, mode } = statSync(`${root}/${folder}`);
  return (uid === process.getuid?.() || uid === 0) && (mode & 0o022) === 0;
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
