import type { ResolvedConfig } from '../config/config.js';
import { differing } from '../config/differing.js';
import { checkFolders } from '../disk/folders.js';
import type { Problem } from '../problems.js';
import { Rest } from '../watch/rest.js';
import { reasons } from './reasons.js';

/** Where the config of a run comes from. */
export interface Origin {
  /** Reads it again. Rejects where it cannot be used. */
  readonly read: () => Promise<ResolvedConfig>;
  /** How the files stand from which it may come. */
  readonly stamp: () => string;
  /** How they stood before what was read last. */
  readonly readAt: () => string;
}

/** Who is told of a config that is read again. */
export interface Listeners {
  /** It is read now. */
  readonly onReading: () => void;
  /** It can be used; of these keys it says something else than before. */
  readonly onRead: (config: ResolvedConfig, keys: readonly string[]) => void;
  /** It cannot be used. */
  readonly onRefused: (problems: readonly Problem[]) => void;
}

/** Milliseconds between two looks at the files: what two of them show is not being written any more. */
const pause = 500;

/** Milliseconds from a wish to the reading, for others to join it. */
const gather = 50;

/** Follows the config of a run: reads it again where its files change, and where the user wants it. */
export class Follower {
  readonly #origin: Origin;
  readonly #listeners: Listeners;
  readonly #rest = new Rest(gather);
  #read: string;
  #seen: string;
  #isWanted = false;
  #isOver = false;

  constructor(origin: Origin, listeners: Listeners) {
    this.#origin = origin;
    this.#listeners = listeners;
    this.#read = origin.readAt();
    this.#seen = this.#read;
  }

  /** The user wants the config to be read again, changed or not. */
  want(): void {
    this.#isWanted = true;
    this.#rest.stir();
  }

  /** Waits for a config that can be used and is not the one that counts now. Gives none where the end comes before. */
  async next(now: ResolvedConfig): Promise<ResolvedConfig | undefined> {
    while (await this.#isDue()) {
      this.#listeners.onReading();
      const config = await this.#tried();
      if (config === undefined) continue;
      const keys = differing(now, config);
      this.#listeners.onRead(config, keys);
      if (keys.length > 0) return config;
    }
    return undefined;
  }

  /** Follows no more. */
  end(): void {
    this.#isOver = true;
    this.#rest.end();
  }

  /** Waits until there is a reason to read the config again; there is none in the end. */
  async #isDue(): Promise<boolean> {
    while (!this.#isOver) {
      await this.#rest.for(pause);
      const stamp = this.#origin.stamp();
      const isChanged = stamp === this.#seen && stamp !== this.#read;
      this.#seen = stamp;
      if (!isChanged && !this.#isWanted) continue;
      this.#isWanted = false;
      this.#read = stamp;
      return !this.#isOver;
    }
    return false;
  }

  async #tried(): Promise<ResolvedConfig | undefined> {
    try {
      const config = await this.#origin.read();
      this.#read = this.#origin.readAt();
      checkFolders(config);
      return config;
    } catch (error) {
      this.#listeners.onRefused(reasons(error));
      return undefined;
    }
  }
}
