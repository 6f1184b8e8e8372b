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

/**
 * What a parser says, without the words of the file that it quotes: a password that is written without quotes may be
 * taken for a tag, an alias or a name.
 */
export function unquoted(reason: string): string {
  return reason.replace(/(["'`])[^"'`]{2,}\1|!<[^>]*>/g, '…');
}

/** A config file that its format does not allow. */
export class SyntaxFault extends Error {
  readonly spot: Spot | undefined;

  constructor(message: string, spot: Spot | undefined, options?: ErrorOptions) {
    super(message, options);
    this.spot = spot;
  }
}
