/** A date that the package `feed` writes as a slot, so that entries of different dates have the same shape. */
export class SlotDate extends Date {
  readonly #slot: string;

  /** @param slot what is written in place of the date */
  constructor(slot: string) {
    super(0);
    this.#slot = slot;
  }

  override toISOString(): string {
    return this.#slot;
  }

  override toUTCString(): string {
    return this.#slot;
  }
}
