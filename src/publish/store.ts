import type { Answer, Ask, Question } from './ask.js';
import type { Packed } from './packed.js';
import { addressOf, type Place } from './place.js';
import { refusalOf } from './refusal.js';

/** An object as it is in the store. */
export interface Found {
  /** Without quotes. */
  readonly etag: string;
  /** What Feedmill wrote to it; nothing where Feedmill did not put it there. */
  readonly digest?: string;
}

/** The store does not want something, and will not the next time. Holds nothing of what was sent. */
export class Refusal extends Error {
  /** The object. */
  readonly object: string;

  constructor(object: string, reason: string) {
    super(reason);
    this.object = object;
  }
}

/** By what an object is known to be of Feedmill. */
const mark = 'x-amz-meta-feedmill';

/** A bucket of a store, or a folder of it. All that it is asked rejects with a `Refusal`, or with the `Silence` of the line. */
export class Store {
  readonly #place: Place;
  readonly #ask: Ask;
  readonly #onHeedless: () => void;
  /** How stores want to be told on what condition they may write: nearly all take both, some one of them. */
  #quote = '';
  /** Whether it has kept a condition of this run. */
  #isTried = false;
  /** Whether it takes no notice of conditions: then there is a look before each writing, which is the best that can be had. */
  #isHeedless = false;
  #ahead: number | undefined;

  /** @param onHeedless called where the store takes no notice of conditions */
  constructor(place: Place, ask: Ask, onHeedless: () => void) {
    this.#place = place;
    this.#ask = ask;
    this.#onHeedless = onHeedless;
  }

  /** Milliseconds by which the clock of this machine is ahead of the store's, as it was found with the first answer. */
  get ahead(): number {
    return this.#ahead ?? 0;
  }

  /** Reads an object that is a text; nothing where there is none. */
  async read(name: string): Promise<(Found & { readonly text: string }) | undefined> {
    const answer = await this.#asked(name, 'GET');
    // A bucket that is missing must not look like one that is empty.
    if (answer.status === 404 && answer.code !== 'NoSuchBucket') return undefined;
    if (answer.status !== 200) throw refused(name, answer);
    return { ...foundIn(answer), text: answer.text };
  }

  /** How an object is, nothing where there is none. */
  async look(name: string): Promise<Found | undefined> {
    const answer = await this.#asked(name, 'HEAD');
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refused(name, answer);
    return foundIn(answer);
  }

  /**
   * Writes an object, if it is as expected.
   *
   * @param digest by which it is known again
   * @param expected its ETag; nothing where there must be none
   * @returns the new ETag; nothing where it is not as expected, and was left alone
   */
  async put(
    name: string,
    object: Packed,
    digest: string,
    expected: string | undefined,
  ): Promise<string | undefined> {
    if (this.#isHeedless && (await this.look(name))?.etag !== expected) return undefined;
    const condition = this.#isHeedless ? {} : conditionOf(expected, this.#quote);
    const answer = await this.#asked(
      name,
      'PUT',
      { ...object.headers, ...condition, [mark]: digest },
      object,
    );
    if (answer.status === 200) {
      if (expected !== undefined) this.#isTried = true;
      return foundIn(answer).etag || ((await this.look(name))?.etag ?? '');
    }
    if (!this.#isHeedless && isUnknown(answer)) {
      this.heedNot();
      return this.put(name, object, digest, expected);
    }
    if (!isConflict(answer)) throw refused(name, answer);
    if (expected === undefined || this.#isTried) return undefined;
    if ((await this.look(name))?.etag !== expected) return undefined;
    // It is as expected, and the store does not see that.
    this.#isTried = true;
    this.#quote = '"';
    return this.put(name, object, digest, expected);
  }

  /** Finds out, once, whether the store minds conditions, by an object that is there: it is put there again. */
  async tryConditions(name: string, object: Packed, digest: string): Promise<string | undefined> {
    if (this.#isHeedless) return undefined;
    const condition = conditionOf(undefined, '');
    const answer = await this.#asked(
      name,
      'PUT',
      { ...object.headers, ...condition, [mark]: digest },
      object,
    );
    if (isConflict(answer)) return undefined;
    if (answer.status !== 200 && !isUnknown(answer)) throw refused(name, answer);
    this.heedNot();
    return answer.status === 200 ? foundIn(answer).etag : undefined;
  }

  /** Whether conditions are of no use. */
  get isHeedless(): boolean {
    return this.#isHeedless;
  }

  /** From now on there are no conditions. */
  heedNot(): void {
    if (this.#isHeedless) return;
    this.#isHeedless = true;
    this.#onHeedless();
  }

  /** Removes an object; it may be gone already. */
  async remove(name: string): Promise<void> {
    const answer = await this.#asked(name, 'DELETE');
    if (answer.status !== 404 && (answer.status < 200 || answer.status > 299)) throw refused(name, answer);
  }

  async #asked(
    name: string,
    method: Question['method'],
    headers: Readonly<Record<string, string>> = {},
    object?: Packed,
  ): Promise<Answer> {
    const address = addressOf(this.#place, name);
    const answer = await this.#ask({ method, address, headers, ...(object && { body: object.body }) });
    this.#ahead ??= answer.ahead;
    return answer;
  }
}

function conditionOf(expected: string | undefined, quote: string): Readonly<Record<string, string>> {
  return expected === undefined ? { 'If-None-Match': '*' } : { 'If-Match': quote + expected + quote };
}

/** It does not know what conditions are. */
function isUnknown({ status, code }: Answer): boolean {
  return status === 501 || code === 'NotImplemented';
}

/** An object that is gone is not as expected either; two writings at once may be a conflict by another name. */
function isConflict({ status, code }: Answer): boolean {
  return status === 412 || status === 409 || (status === 404 && code !== 'NoSuchBucket');
}

function foundIn({ headers }: Answer): Found {
  const etag = (headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', '');
  const digest = headers.get(mark);
  return { etag, ...(digest !== null && { digest }) };
}

function refused(name: string, { status, code }: Answer): Refusal {
  return new Refusal(name, refusalOf(status, code));
}
