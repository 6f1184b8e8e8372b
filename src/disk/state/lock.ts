import { randomUUID } from 'node:crypto';
import { unlinkSync, utimesSync } from 'node:fs';
import { create, look } from './lock/file.js';
import { held, isStale, lineFor, wordsFor } from './lock/holder.js';
import { removeStale, sweepClaim } from './lock/takeover.js';

/** Milliseconds between two signs of life, which a holder gives by the time of the file. */
const beat = 30 * 1000;

/** How often a lock may slip away from who takes it; then others want it, and one of them has it. */
const attempts = 3;

/** Who may write a state folder: one object of one process, whatever machines share the folder. */
export class Lock {
  readonly #folder: string;
  readonly #path: string;
  readonly #token = randomUUID();
  #heart: NodeJS.Timeout | undefined;

  /** @param folder absolute path of the state folder */
  constructor(folder: string) {
    this.#folder = folder;
    this.#path = `${folder}/lock`;
  }

  /**
   * Takes the lock, also from a holder that is gone. It is cheap to call again where it is held.
   *
   * @returns nothing where this object holds it now, else who does, in words for people
   * @throws what the file system says, as where the folder is missing or may not be written
   */
  acquire(): string | undefined {
    if (this.isHeld()) return undefined;
    for (let attempt = 0; ; attempt++) {
      if (create(this.#path, lineFor(this.#token))) {
        sweepClaim(this.#folder);
        return this.#keep();
      }
      const found = look(this.#path);
      // The folder was away for a while, or could not be read.
      if (found?.holder?.token === this.#token) return this.#keep();
      if (found !== undefined && !isStale(found.holder, found.modified)) return wordsFor(found.holder);
      if (attempt === attempts) return wordsFor(undefined);
      if (found !== undefined) removeStale(this.#folder, this.#path);
    }
  }

  /** Whether the lock is still held: somebody may have removed it, or taken it over. Never throws. */
  isHeld(): boolean {
    if (!held.has(this.#token)) return false;
    try {
      if (look(this.#path)?.holder?.token === this.#token) return true;
    } catch {
      // Perhaps it can be read the next time, and is held still.
      return false;
    }
    this.#letGo();
    return false;
  }

  /** Gives the lock back, if it is held. Never throws. */
  release(): void {
    try {
      if (this.isHeld()) unlinkSync(this.#path);
    } catch {
      // It becomes stale.
    }
    this.#letGo();
  }

  #keep(): undefined {
    held.add(this.#token);
    this.#heart ??= setInterval(() => this.#giveSign(), beat).unref();
  }

  #letGo(): void {
    held.delete(this.#token);
    clearInterval(this.#heart);
    this.#heart = undefined;
  }

  #giveSign(): void {
    try {
      const now = new Date();
      if (this.isHeld()) utimesSync(this.#path, now, now);
    } catch {
      // The next one may succeed, and the holder asks before it writes.
    }
  }
}
