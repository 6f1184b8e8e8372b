import { hash } from 'node:crypto';
import { deltaOf, digestsOf } from './delta.js';
import { Instance, type InstanceFacts, markIn, type Terms } from './instance.js';
import { withLive } from './live-page.js';
import { isFeed } from './media-type.js';
import { Versions } from './versions.js';

/** Feeds that are larger are not taken apart: that would keep others waiting. */
const mostBytes = 4_000_000;

/** A document in memory, in all forms in which it is sent; each is made when it is asked for first. */
export class Held {
  readonly whole: Instance;
  readonly versions: Versions;
  /** Told of each form and coding that is made: how many bytes it takes. */
  onGrown: (bytes: number) => void = () => undefined;
  readonly #terms: Terms;
  readonly #base: number;
  readonly #deltas = new Map<string, Instance | undefined>();
  #live: Instance | undefined;
  #shown: Instance | undefined;
  #grown = 0;

  /** @param versions those that there were before, where they are remembered */
  constructor(facts: InstanceFacts, terms: Terms, versions = new Versions()) {
    this.#terms = terms;
    this.versions = versions;
    this.whole = this.#instance(facts);
    const { kind } = this.whole.media;
    if (isFeed(kind) && facts.bytes.length <= mostBytes)
      versions.add(facts.mark, digestsOf(facts.bytes.toString(), kind));
    this.#base = facts.bytes.length + versions.weight;
  }

  get mark(): string {
    return this.whole.facts.mark;
  }

  /** Bytes that it takes. */
  get weight(): number {
    return this.#base + this.#grown;
  }

  /** The page with the script by which it follows the articles; its style and its pictures so that they are asked for each time. */
  live(): Instance {
    this.#live ??= this.#makeLive();
    return this.#live;
  }

  /** The feed as a browser shows it: one that is called by its own media type is shown as text without style. */
  shown(): Instance {
    const { facts } = this.whole;
    this.#shown ??= this.#instance({ ...facts, mark: `${facts.mark}.xml`, form: 'shown' });
    return this.#shown;
  }

  #makeLive(): Instance {
    const { facts, media } = this.whole;
    if (media.kind !== 'html') return this.#instance({ ...facts, form: 'live' });
    const bytes = withLive(facts.bytes);
    const mark = hash('sha256', bytes, 'base64url').slice(0, 22);
    this.#grow(bytes.length);
    return this.#instance({ ...facts, bytes, mark, form: 'live' });
  }

  /**
   * What is new to a client that has an earlier version.
   *
   * @param tags of the versions that it has
   * @returns nothing where none of them is remembered, or nothing could be left out
   */
  delta(tags: readonly string[]): Instance | undefined {
    const had = tags.map(markIn).find((mark) => mark !== this.mark && this.versions.of(mark));
    if (had === undefined) return undefined;
    if (!this.#deltas.has(had)) this.#deltas.set(had, this.#makeDelta(this.versions.of(had)));
    return this.#deltas.get(had);
  }

  #makeDelta(known: ReadonlySet<string> | undefined): Instance | undefined {
    const { facts, media } = this.whole;
    const text = known && deltaOf(facts.bytes.toString(), media.kind, known);
    if (text === undefined) return undefined;
    const bytes = Buffer.from(text);
    this.#grow(bytes.length);
    return this.#instance({ ...facts, bytes, form: 'delta' });
  }

  #instance(facts: InstanceFacts): Instance {
    const instance = new Instance(facts, this.#terms);
    instance.onGrown = (bytes) => this.#grow(bytes);
    return instance;
  }

  #grow(bytes: number): void {
    this.#grown += bytes;
    this.onGrown(bytes);
  }
}
