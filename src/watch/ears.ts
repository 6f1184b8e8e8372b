import { realpathSync } from 'node:fs';
import { posix, sep } from 'node:path';

/** Listens to some folders until it is closed. */
export interface Ear {
  unwatch(folder: string): unknown;
  close(): Promise<void>;
}

/** What an ear tells. */
export interface Heard {
  /** Something happened to a name in a folder, or to the folder itself where there is no name. */
  readonly happened: (folder: string, name: string | undefined) => void;
  /** From now on all folders are listened to. */
  readonly ready: () => void;
  /** A folder cannot be listened to. */
  readonly failed: (error: unknown) => void;
}

/** Begins to listen to folders, absolute and with `/`; each alone, without what lies below it. */
export type Listen = (folders: readonly string[], heard: Heard) => Ear;

/** What all ears together tell: paths relative to the articles folder that may not be as they were. */
export interface Alarm {
  readonly hint: (paths: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Folders to one ear. Few, because to leave a folder costs an ear time for each that it left before. */
const most = 256;

/** A folder that is listened to: its identity, its absolute path, and the ear. */
interface Heeded {
  readonly id: string;
  readonly place: string;
  readonly ear: Ear;
}

/**
 * Listens to exactly the folders there are. One that another folder took the place of is listened to anew. What
 * happens in a folder before it is listened to is found by the hint that is given once it is.
 */
export class Ears {
  readonly #articles: string;
  readonly #listen: Listen;
  readonly #alarm: Alarm;
  readonly #heeded = new Map<string, Heeded>();
  /** How many folders each ear listens to. */
  readonly #ears = new Map<Ear, number>();
  #root = '';
  #folders: ReadonlyMap<string, string> = new Map();

  /**
   * @param articles absolute path of the articles folder
   * @param listen how to listen to folders
   * @param alarm who is told
   */
  constructor(articles: string, listen: Listen, alarm: Alarm) {
    this.#articles = articles;
    this.#listen = listen;
    this.#alarm = alarm;
  }

  /**
   * Listens to these folders and to no others.
   *
   * @param folders relative to the articles folder, with the identity of each
   */
  heed(folders: ReadonlyMap<string, string>): void {
    if (folders === this.#folders) return;
    this.#folders = folders;
    for (const [path, { id }] of this.#heeded) if (folders.get(path) !== id) this.#leave(path);
    const fresh = [...folders].filter(([path]) => !this.#heeded.has(path));
    if (fresh.some(([path]) => path === '')) this.#root = realPath(this.#articles);
    for (let start = 0; start < fresh.length; start += most) this.#join(fresh.slice(start, start + most));
  }

  /** Listens no more. */
  async close(): Promise<void> {
    const ears = [...this.#ears.keys()];
    this.#ears.clear();
    this.#heeded.clear();
    await Promise.all(ears.map((ear) => ear.close()));
  }

  #join(folders: readonly (readonly [path: string, id: string])[]): void {
    const places = folders.map(([path]) => posix.join(this.#root, path));
    const ear = this.#listen(places, {
      happened: (folder, name) => this.#happened(folder, name),
      ready: () => this.#alarm.hint(folders.map(([path]) => path)),
      failed: (error) => this.#alarm.failed(error),
    });
    this.#ears.set(ear, folders.length);
    for (const [path, id] of folders)
      this.#heeded.set(path, { id, place: posix.join(this.#root, path), ear });
  }

  #leave(path: string): void {
    const heeded = this.#heeded.get(path);
    if (heeded === undefined) return;
    const { ear, place } = heeded;
    const others = (this.#ears.get(ear) ?? 1) - 1;
    this.#heeded.delete(path);
    if (others > 0) {
      this.#ears.set(ear, others);
      ear.unwatch(place);
    } else {
      this.#ears.delete(ear);
      void ear.close();
    }
  }

  #happened(folder: string, name: string | undefined): void {
    const inside = folder === this.#root || folder.startsWith(`${this.#root}/`);
    if (!inside) return;
    const path = folder.slice(this.#root.length + 1);
    // What happens to a folder itself comes under its own name; it may have been removed, and the ear with it.
    if (name === undefined || name === posix.basename(folder)) {
      this.#leave(path);
      this.#folders = new Map();
      this.#alarm.hint([path]);
    }
    if (name !== undefined) this.#alarm.hint([posix.join(path, name)]);
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync.native(folder).split(sep).join('/');
  } catch {
    return folder.split(sep).join('/');
  }
}
