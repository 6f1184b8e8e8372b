import { readDocument } from '../disk/document.js';
import { inTurns } from '../disk/in-turns.js';
import { readManifest } from '../disk/manifest.js';
import { absent } from '../disk/stamp.js';
import { stampIn } from '../disk/standing.js';
import { isLeading } from './order.js';
import { digestOf, type Terms } from './packed.js';

/** The documents of an output folder at one time. */
export interface Snapshot {
  /** All that there are meant to be, be they there or not. */
  readonly names: ReadonlySet<string>;
  /** Digests of those that are there. */
  readonly digests: ReadonlyMap<string, string>;
  /**
   * The bytes of a document. What leads to others is as it was at that time; what others lead to may be newer.
   * Nothing where the document is not what it was: then it takes another look at the folder.
   */
  readonly bytesOf: (name: string) => Promise<Uint8Array | undefined>;
}

/** Bytes of leading documents that are kept until they are sent. */
const mostHeld = 64_000_000;

/** The output folder, as a publisher sees it. Of documents that are not touched, nothing is read twice. */
export class Folder {
  readonly #output: string;
  readonly #terms: Terms;
  readonly #known = new Map<string, { readonly stamp: string; readonly digest: string }>();

  /**
   * @param output absolute path
   * @param terms how documents are told to those who fetch them
   */
  constructor(output: string, terms: Terms) {
    this.#output = output;
    this.#terms = terms;
  }

  /**
   * Looks at all documents. They are written parts first: so those that lead to others are looked at before these, and what
   * they lead to is there.
   */
  async look(): Promise<Snapshot> {
    const held = new Map<string, Uint8Array>();
    const digests = new Map<string, string>();
    let room = mostHeld;
    const take = async (name: string) => {
      const bytes = await this.#take(name, digests);
      if (bytes === undefined || !isLeading(name) || bytes.length > room) return;
      held.set(name, bytes);
      room -= bytes.length;
    };
    await inTurns(this.#names().filter(isLeading), take);
    const names = new Set(this.#names());
    await inTurns(
      [...names].filter((name) => !digests.has(name)),
      take,
    );
    for (const name of this.#known.keys()) if (!names.has(name)) this.#known.delete(name);
    return { names, digests, bytesOf: async (name) => held.get(name) ?? this.#again(name, digests) };
  }

  #names(): readonly string[] {
    return readManifest(this.#output).names ?? [];
  }

  /** Takes the digest of a document, and gives its bytes where they had to be read. */
  async #take(name: string, digests: Map<string, string>): Promise<Uint8Array | undefined> {
    const stamp = stampIn(`${this.#output}/${name}`);
    if (stamp === absent) return undefined;
    const known = this.#known.get(name);
    if (known?.stamp === stamp) {
      digests.set(name, known.digest);
      return undefined;
    }
    const bytes = await this.#read(name);
    if (bytes === undefined) return undefined;
    const digest = digestOf(name, bytes, this.#terms);
    this.#known.set(name, { stamp, digest });
    digests.set(name, digest);
    return bytes;
  }

  async #again(name: string, digests: ReadonlyMap<string, string>): Promise<Uint8Array | undefined> {
    const bytes = await this.#read(name);
    if (bytes === undefined || !isLeading(name)) return bytes;
    return digestOf(name, bytes, this.#terms) === digests.get(name) ? bytes : undefined;
  }

  /** Nothing where it is gone meanwhile. */
  async #read(name: string): Promise<Uint8Array | undefined> {
    return (await readDocument(this.#output, name).catch(() => undefined))?.bytes;
  }
}
