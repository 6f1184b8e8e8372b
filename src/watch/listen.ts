import { FSWatcher } from 'chokidar';
import type { Ear, Heard } from './ears.js';

/**
 * Listens to folders with chokidar.
 *
 * @param folders absolute paths with `/`; each is listened to alone, without what lies below it
 * @param heard who is told
 */
export function listen(folders: readonly string[], heard: Heard): Ear {
  const ear = new FolderEar({ ignoreInitial: true, followSymlinks: false, atomic: false });
  ear.on('raw', (_event, name, details) => {
    const folder = folderIn(details);
    if (folder !== undefined) heard.happened(folder, name ?? undefined);
  });
  ear.on('ready', heard.ready);
  ear.on('error', heard.failed);
  ear.add([...folders]);
  return ear;
}

/**
 * chokidar, for what it is good at: to tell on every system that something happened in a folder. It is kept from
 * reading folders, which it takes for throttled: the view reads them, at a cost that does not grow with the folder,
 * and without what gets lost in between. If chokidar reads them one day all the same, that costs time and nothing else.
 */
class FolderEar extends FSWatcher {
  override _throttle(): false {
    return false;
  }

  /** What fails while it closes is of no interest, and must not be thrown for want of a listener. */
  override close(): Promise<void> {
    const closed = super.close();
    this.on('error', () => undefined);
    return closed;
  }
}

function folderIn(details: unknown): string | undefined {
  const known = typeof details === 'object' && details !== null && 'watchedPath' in details;
  return known && typeof details.watchedPath === 'string' ? details.watchedPath : undefined;
}
