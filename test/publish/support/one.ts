import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName } from '../../../src/disk/manifest.js';
import type { Problem } from '../../../src/problems.js';
import { Folder } from '../../../src/publish/folder.js';
import { type Published, Publisher } from '../../../src/publish/publisher.js';
import { Store } from '../../../src/publish/store.js';
import { folderOf } from '../../support/folder.js';
import { put } from '../../support/put.js';
import type { MemoryStore } from './memory-store.js';

const terms = { maxAge: 300, encoding: 'none' } as const;

/** One publisher, with an output folder of its own, and a clock that its tests turn. */
export class One {
  readonly output: string;
  readonly published: Published[] = [];
  readonly problems: Problem[] = [];
  readonly pauses: number[] = [];
  readonly publisher: Publisher;
  /** What it sees of the time that passes. */
  now = 0;
  /** Called when it waits. */
  during: () => void | Promise<void> = () => undefined;

  constructor(store: MemoryStore, documents: Readonly<Record<string, string>>) {
    this.output = folderOf({});
    this.write(documents);
    const end = new AbortController();
    const place = { address: 'http://store.test/bucket/', region: 'x', prefix: '', shown: 's3://bucket' };
    const heedless = () => void this.heedless++;
    const world = {
      pause: async (milliseconds: number, signal: AbortSignal) => {
        if (milliseconds === this.idle) return this.#idling(signal);
        this.pauses.push(milliseconds);
        await this.during();
      },
      now: () => this.now,
      random: () => 0.6,
    };
    const open = () => new Store(place, store.ask, heedless);
    const folder = new Folder(this.output, terms);
    this.publisher = new Publisher(
      { folder, open, terms, to: place.shown, id: randomUUID(), world },
      { onPublished: (done) => this.published.push(done), onProblem: (found) => this.problems.push(found) },
      end,
    );
  }

  heedless = 0;

  /** Milliseconds after which it looks at the store of its own accord. */
  readonly idle = 60_000;
  /** Ends the time for which it does nothing. */
  wake = () => {};

  #idling(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  }

  /** Makes the output folder hold these documents, and lists them as the mill does. */
  write(documents: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(documents)) put(this.output, name, text);
    const content = { feedmill: 1, documents: Object.keys(documents).sort() };
    put(this.output, manifestName, JSON.stringify(content, undefined, 2));
  }

  remove(name: string): void {
    rmSync(join(this.output, name));
  }
}
