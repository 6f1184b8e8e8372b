/** Where something stands in a file; lines and columns count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Keys and list places on the way from the root to a value. */
export type KeyPath = readonly (string | number)[];

/** A config file as parsed, not yet checked. */
export interface Written {
  readonly value: unknown;
  /** Where a key stands, or its value; nothing where the format cannot tell. */
  readonly locate: (path: KeyPath, part: 'key' | 'value') => Spot | undefined;
}

/** A config file that its format does not allow. */
export class SyntaxFault extends Error {
  readonly spot: Spot | undefined;

  constructor(message: string, spot: Spot | undefined, options?: ErrorOptions) {
    super(message, options);
    this.spot = spot;
  }
}
