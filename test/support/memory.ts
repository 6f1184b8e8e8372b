import type { ResolvedConfig } from '../../src/config/config.js';
import type { Change } from '../../src/disk/source.js';
import { Mill } from '../../src/mill.js';
import { problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';
import { sampleConfig } from './config.js';

/** A file as it lies in an articles folder. */
export interface File {
  readonly text: string;
  /** Its own time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly modified?: number;
}

/** An articles folder, an output folder and a clock, all in memory, with a mill between them. */
export class MemoryMill {
  readonly files = new Map<string, File>();
  readonly documents = new Map<string, string>();
  now = Date.UTC(2026, 5, 1);
  readonly #mill: Mill;

  constructor(given: Partial<ResolvedConfig> = {}) {
    const disk = {
      read: (path: string) => {
        const file = this.files.get(path);
        return file
          ? { bytes: Buffer.from(file.text) }
          : { problem: problem('file-unreadable', { path }, { reason: 'gone' }) };
      },
      write: async (documents: readonly { name: string; text: string }[]) => {
        const written = documents.filter(({ name, text }) => this.documents.get(name) !== text);
        const names = new Set(documents.map(({ name }) => name));
        const removed = [...this.documents.keys()].filter((name) => !names.has(name));
        for (const name of removed) this.documents.delete(name);
        for (const { name, text } of written) this.documents.set(name, text);
        return { written: written.map(({ name }) => name), unchanged: [], removed, problems: [] };
      },
    };
    this.#mill = new Mill(sampleConfig(given), disk, () => this.now);
  }

  /** Changes files (a missing one is removed) and turns the mill once with those changes. */
  async turn(changes: Readonly<Record<string, File | string | undefined>> = {}): Promise<Report> {
    const batch: Change[] = [];
    for (const [path, change] of Object.entries(changes)) {
      if (change === undefined) {
        this.files.delete(path);
        batch.push({ path });
      } else {
        const file = typeof change === 'string' ? { text: change } : change;
        this.files.set(path, file);
        const modified = file.modified ?? Date.UTC(2026, 4, 1);
        const stamp = `${path} ${modified} ${file.text}`;
        batch.push({ path, source: { path, size: Buffer.byteLength(file.text), modified, stamp } });
      }
    }
    return this.#mill.turn(batch);
  }

  /** The titles that the main JSON feed shows, in order. */
  titles(document = 'feed.json'): string[] {
    const feed: { items: { title: string }[] } = JSON.parse(this.documents.get(document) ?? '{"items":[]}');
    return feed.items.map(({ title }) => title);
  }
}
