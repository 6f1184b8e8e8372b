import { type Packed, packed, type Terms } from './packed.js';
import { nothingYet, type Register, readRegister, registerName, registerText } from './register.js';
import type { Store } from './store.js';

/** Somebody else has written the register since it was read: what was known of the store may not hold any more. */
export class Superseded extends Error {}

/** The name under which somebody keeps something else than a register. */
export class Taken extends Error {}

/** Milliseconds after which a claim has to be seen to be believed. */
const trust = 2000;

/** Milliseconds after which it is written again, so that others see that somebody is at it. */
const renewal = 60_000;

const terms: Terms = { maxAge: 0, encoding: 'none' };

/** The register in the store, as one publisher reads and writes it. Whoever has written it last may write documents. */
export class Claim {
  readonly #store: Store;
  readonly #now: () => number;
  /** As it was last read or written. */
  #register = nothingYet;
  #etag: string | undefined;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #seenAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  /** @param now milliseconds by a clock that never goes back */
  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The register as it was last seen or written, by its ETag. */
  get etag(): string | undefined {
    return this.#etag;
  }

  /** Reads the register; there is one always, if only in the mind. */
  async read(): Promise<Register> {
    const found = await this.#store.read(registerName);
    this.#etag = found?.etag;
    if (found === undefined) return nothingYet;
    const register = readRegister(found.text);
    // The like of the output folder may have been brought along by whoever brought documents before.
    const isOurs = found.digest !== undefined || found.text.startsWith('{\n  "feedmill": 1,');
    if (register === undefined && !isOurs) throw new Taken();
    this.#register = register ?? nothingYet;
    return this.#register;
  }

  /**
   * Writes the register, if it is what it was.
   *
   * @throws Superseded where it is not
   */
  async write(register: Register): Promise<void> {
    const next = { ...register, generation: this.#register.generation + 1 };
    const object = objectOf(next);
    const from = this.#now();
    const etag = await this.#store.put(registerName, object, registerName, this.#etag);
    if (etag === undefined && !(await this.#isOwn(object.body))) throw new Superseded();
    this.#etag = etag ?? this.#etag;
    this.#register = next;
    this.#writtenAt = this.#seenAt = from;
  }

  /** Finds out whether the store minds conditions, by writing the register that was written last. */
  async tryConditions(): Promise<void> {
    const object = objectOf(this.#register);
    this.#etag = (await this.#store.tryConditions(registerName, object, registerName)) ?? this.#etag;
  }

  /**
   * Sees to it that nobody else has written the register, if that was not seen a moment ago: the process, or the machine,
   * may have stood still.
   *
   * @throws Superseded where somebody has
   */
  async hold(): Promise<void> {
    if (this.#now() - this.#seenAt < trust) return;
    this.#looking ??= this.#see().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  async #see(): Promise<void> {
    const from = this.#now();
    if (from - this.#writtenAt > renewal) return this.write(this.#register);
    if ((await this.#store.look(registerName))?.etag !== this.#etag) throw new Superseded();
    this.#seenAt = from;
  }

  /** Whether the register is the one that was to be written: the answer to that may have been lost on the way. */
  async #isOwn(body: Uint8Array): Promise<boolean> {
    const found = await this.#store.read(registerName);
    if (found === undefined || found.text !== Buffer.from(body).toString()) return false;
    this.#etag = found.etag;
    return true;
  }
}

function objectOf(register: Register): Packed {
  return packed(registerName, Buffer.from(registerText(register)), terms);
}
