import { createHash } from 'node:crypto';
import type { CacheStore } from '../../src/cache.js';
import type { ResolvedConfig } from '../../src/config/config.js';
import type { Change } from '../../src/disk/source.js';
import type { Written } from '../../src/disk/written.js';
import type { Unsaved } from '../../src/ledger/ledger.js';
import type { Ranges } from '../../src/measure/ranges.js';
import { Mill } from '../../src/mill.js';
import { problem } from '../../src/problems.js';
import type { Memory } from '../../src/records.js';
import type { Sheet } from '../../src/render/document.js';
import type { Report } from '../../src/report.js';
import { sampleConfig } from './config.js';

/** The time of a file of which it is of no matter. */
const whenever = Date.UTC(2026, 4, 1);

/** As the disk has it: something that tells one file from another, its size and its times. */
function stampOf(path: string, { text, modified = whenever }: File): string {
  const mark = createHash('sha256').update(`${path}\n${text}`).digest().readUInt32LE();
  return `${mark} ${Buffer.byteLength(text)} ${modified} ${modified}`;
}

/** A file as it lies in an articles folder. */
export interface File {
  readonly text: string;
  /** Its own time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly modified?: number;
}

/** A ledger's file in memory: what one mill saves, the next one reads. */
export class MemoryLedger implements Memory {
  readonly name = 'ledger.ndjson';
  text = '';
  rejected = '';
  /** Why nothing can be saved, where nothing can. */
  refusal = '';
  saves = 0;
  firstSeen: Memory['firstSeen'] = async () => new Map();
  #known: string | undefined;

  /** The same file, for another mill. */
  again(): MemoryLedger {
    return Object.assign(new MemoryLedger(), { text: this.text });
  }

  stamp = () => this.#known && createHash('sha256').update(this.#known).digest('base64url');
  assume = (stamp: string) => {
    if (createHash('sha256').update(this.text).digest('base64url') !== stamp) return false;
    this.#known = this.text;
    return true;
  };

  read = () => {
    if (this.text === this.#known) return { problems: [] };
    this.#known = this.text;
    return { text: this.text, problems: [] };
  };

  save = async (change: Unsaved) => {
    if (this.refusal) {
      const values = { file: this.name, reason: this.refusal };
      return { saved: false, problems: [problem('ledger-unwritten', {}, values)] };
    }
    this.text = 'whole' in change ? change.whole : this.text + change.append;
    this.#known = this.text;
    this.saves++;
    return { saved: true, problems: [] };
  };

  reject = async (lines: string) => {
    this.rejected += lines;
    return { saved: true, problems: [] };
  };

  /** What it says, line by line. */
  lines(): Record<string, unknown>[] {
    return this.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }
}

/** A cache's file in memory. */
export class MemoryCache implements CacheStore {
  #pieces: { readonly rows: string; readonly rest: string }[] = [];

  read = () =>
    this.#pieces.map(({ rows, rest }) => ({
      rows,
      more: (from: number, to: number) => rest.slice(from, to),
    }));
  append = (rows: readonly string[], more: readonly string[]) =>
    this.#pieces.push({ rows: rows.join(''), rest: more.join('') });
  replace = (rows: readonly string[], more: readonly string[]) => {
    this.#pieces = [];
    this.append(rows, more);
  };
  isWorn = () => this.#pieces.length === 0 || this.#pieces.length > 5;
}

/** An articles folder, an output folder, a ledger and a clock, all in memory, with a mill between them. */
export class MemoryMill {
  readonly files = new Map<string, File>();
  readonly documents = new Map<string, string>();
  now = Date.UTC(2026, 5, 1);
  readonly #mill: Mill;
  /** What the last turn reported. */
  report!: Report;

  readonly ledger: MemoryLedger;

  constructor(given: Partial<ResolvedConfig> = {}, ledger = new MemoryLedger(), cache?: MemoryCache) {
    this.ledger = ledger;
    const read = (path: string) => {
      const file = this.files.get(path);
      return file
        ? { bytes: Buffer.from(file.text) }
        : { problem: problem('file-unreadable', { path }, { reason: 'gone' }) };
    };
    const disk = {
      read,
      readShown: read,
      lookInto: <Found>(path: string, use: (file: Ranges) => Found) => {
        const file = Buffer.from(this.files.get(path)?.text ?? '', 'latin1');
        return use({ size: file.length, at: (from, length) => file.subarray(from, from + length) });
      },
      write: async (sheets: readonly Sheet[]): Promise<Written> => {
        const names = new Set(sheets.flatMap(({ names }) => names));
        // What is said to be the same is not even asked for.
        const asked = sheets.filter(({ isSame }) => !isSame).map(({ render }) => render());
        const written = (await Promise.all(asked))
          .flat()
          .map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString() }))
          .filter(({ name, text }) => this.documents.get(name) !== text);
        const removed = [...this.documents.keys()].filter((name) => !names.has(name));
        for (const name of removed) this.documents.delete(name);
        for (const { name, text } of written) this.documents.set(name, text);
        return {
          written: written.map(({ name }) => name),
          unchanged: [],
          removed,
          standing: new Map(),
          problems: [],
        };
      },
    };
    this.#mill = new Mill(
      sampleConfig(given),
      { ...disk, memory: ledger, ...(cache && { cache }) },
      () => this.now,
    );
  }

  /** Changes files (a missing one is removed) and turns the mill once with those changes. */
  async turn(
    changes: Readonly<Record<string, File | string | undefined>> = {},
    isKnown?: (path: string) => boolean,
  ): Promise<Report> {
    const batch: Change[] = [];
    for (const [path, change] of Object.entries(changes)) {
      if (change === undefined) {
        this.files.delete(path);
        batch.push({ path });
      } else {
        const file = typeof change === 'string' ? { text: change } : change;
        this.files.set(path, file);
        const modified = file.modified ?? whenever;
        const size = Buffer.byteLength(file.text);
        batch.push({ path, source: { path, size, modified, stamp: stampOf(path, file) } });
      }
    }
    this.report = await this.#mill.turn(batch, isKnown);
    return this.report;
  }

  /** Takes over what an earlier mill knew, and turns once with the files that are not as that one knew them. */
  async recall(files: ReadonlyMap<string, File>): Promise<Report> {
    const known = this.#mill.recall(true);
    const changes: Record<string, File | undefined> = {};
    for (const path of known.keys()) if (!files.has(path)) changes[path] = undefined;
    for (const [path, file] of files) {
      this.files.set(path, file);
      if (known.get(path)?.stamp !== stampOf(path, file)) changes[path] = file;
    }
    return this.turn(changes);
  }

  /** A mill that starts anew on the same folder with the same ledger, by the same clock. */
  async restarted(given: Partial<ResolvedConfig> = {}): Promise<MemoryMill> {
    const next = new MemoryMill(given, this.ledger.again());
    next.now = this.now;
    for (const [path, file] of this.files) next.files.set(path, file);
    await next.turn(Object.fromEntries(this.files));
    return next;
  }

  /** Ids by title, as the main JSON feed shows them. */
  ids(document = 'feed.json'): Record<string, string> {
    return Object.fromEntries(this.#items(document).map(({ title, id }) => [title, id]));
  }

  /** Items of a JSON feed. */
  #items(document: string): { title: string; id: string }[] {
    return JSON.parse(this.documents.get(document) ?? '{"items":[]}').items;
  }

  /** The titles that the main JSON feed shows, in order. */
  titles(document = 'feed.json'): string[] {
    return this.#items(document).map(({ title }) => title);
  }
}
