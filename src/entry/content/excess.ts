/** Thrown where markup would become far more than its author wrote: what it says can still be shown, how it is set cannot. */
export class Excess extends Error {}

/** Counts what is made of a text, and throws where that is out of all proportion to it. */
export class Allowance {
  #left: number;

  /** @param length of the text, in characters */
  constructor(length: number) {
    this.#left = length * proportion + always;
  }

  take(length: number): void {
    this.#left -= length;
    if (this.#left < 0) throw new Excess();
  }
}

/** Unclosed elements are repeated in the next paragraph, and a link may be referred to often: more often than this, nobody means it. */
const proportion = 4;
/** For texts so short that they may grow manifold. */
const always = 1_000_000;
