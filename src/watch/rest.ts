/**
 * Rests between two looks, until the time is up or something stirs. A stir while nobody rests is not lost:
 * it ends the next rest.
 */
export class Rest {
  readonly #gather: number;
  #stirred = false;
  #ended = false;
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param gather milliseconds from a stir to the end of the rest, in which others may join it */
  constructor(gather: number) {
    this.#gather = gather;
  }

  /** Rests for some milliseconds at most. */
  async for(milliseconds: number): Promise<void> {
    if (this.#ended) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, this.#stirred ? this.#gather : milliseconds);
    });
    clearTimeout(this.#timer);
    this.#wake = undefined;
    this.#stirred = false;
  }

  /** Something happened: the rest ends soon. */
  stir(): void {
    if (this.#stirred) return;
    this.#stirred = true;
    if (this.#wake === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#wake, this.#gather);
  }

  /** No rest any more. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }
}
