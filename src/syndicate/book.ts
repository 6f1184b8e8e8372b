import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { replaceFile } from '../disk/replace.js';
import { readText } from '../disk/state/text.js';

/** Where the book lies in the state folder: with what may be forgotten, since then each hub only hears once too often. */
const folderName = 'cache';
const fileName = 'announced.json';

/** By the digest of a hub's address, which may hold a secret: its topics, each with the digest of the bytes that it heard of. */
type Pages = Map<string, Map<string, string>>;

/**
 * The book of what was announced. What is to be announced is whatever it does not say: so nothing is lost where the
 * program is killed at any moment, be it between a document and its announcement.
 */
export class Book {
  readonly #folder: string;
  readonly #pages: Pages;
  #saving: Promise<void> | undefined;
  #isStale = false;

  /**
   * Opens the book. Never throws: one that cannot be read is empty.
   *
   * @param state absolute path of the state folder
   * @param hubs those that count; what was announced to others is forgotten
   */
  constructor(state: string, hubs: readonly string[]) {
    this.#folder = `${state}/${folderName}`;
    const pages = read(`${this.#folder}/${fileName}`);
    this.#pages = new Map(hubs.map((hub) => [digestOf(hub), pages.get(digestOf(hub)) ?? new Map()]));
  }

  /** Whether a hub heard of these bytes of a topic. */
  has(hub: string, topic: string, digest: string): boolean {
    return this.#pages.get(digestOf(hub))?.get(topic) === digest;
  }

  /** A hub heard of these bytes of a topic. */
  note(hub: string, topic: string, digest: string): void {
    this.#pages.get(digestOf(hub))?.set(topic, digest);
    this.#isStale = true;
  }

  /** There is no such topic any more. */
  forget(topic: string): void {
    for (const page of this.#pages.values()) if (page.delete(topic)) this.#isStale = true;
  }

  /**
   * Writes down what is new; many changes become few writings.
   *
   * @throws what the file system says
   */
  save(): Promise<void> {
    this.#saving ??= this.#write().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #write(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const hubs = [...this.#pages].map(([hub, topics]) => [hub, Object.fromEntries(topics)]);
      mkdirSync(this.#folder, { recursive: true });
      const json = `${JSON.stringify({ version: 1, hubs: Object.fromEntries(hubs) })}\n`;
      await replaceFile(this.#folder, fileName, Buffer.from(json));
    }
  }
}

/** Tells bytes, and addresses, apart. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

function read(path: string): Pages {
  const pages: Pages = new Map();
  try {
    const { version, hubs } = JSON.parse(readText(path).text);
    if (version !== 1) return pages;
    for (const [hub, topics] of Object.entries(hubs)) pages.set(hub, new Map(Object.entries(Object(topics))));
  } catch {
    // What was announced is not known: all is announced once more.
  }
  return pages;
}
