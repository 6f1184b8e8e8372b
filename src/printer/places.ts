import { folded } from '../characters.js';

/** Places of files, none of which is, or lies in, another one on any file system. */
export class Places {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /**
   * Takes a place.
   *
   * @returns whose it is where it is taken
   */
  take(name: string, owner: string): string | undefined {
    const place = folded(name);
    const steps = place.split('/').slice(0, -1);
    const folders = steps.map((_, at) => steps.slice(0, at + 1).join('/'));
    const holder =
      this.#files.get(place) ??
      this.#folders.get(place) ??
      folders.map((folder) => this.#files.get(folder)).find((one) => one !== undefined);
    if (holder !== undefined) return holder;
    this.#files.set(place, owner);
    for (const folder of folders) if (!this.#folders.has(folder)) this.#folders.set(folder, owner);
    return undefined;
  }
}
