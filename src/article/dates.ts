import type { Instant } from './article.js';

/** A date as read: the moment, whether a time of day was stated, and whether it counted from another moment. */
export interface ReadDate {
  readonly instant: Instant;
  readonly hasTime: boolean;
  readonly relative: boolean;
}

/**
 * Reads a date in any of the shapes that writers use; the whole text must be the date.
 *
 * @param text what stands in the file
 * @param options.timezone IANA zone for a date that states none
 * @param options.base what relative dates count from; without it they are not read
 * @returns nothing where the text is not a date, or names a day that does not exist
 */
export function readDate(
  text: string,
  options: { readonly timezone: string; readonly base?: Instant },
): ReadDate | undefined {
  throw new Error(`not yet: ${text} ${options.timezone}`);
}
