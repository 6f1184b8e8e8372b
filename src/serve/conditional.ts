/** What of a request says which version the client has. */
export interface Conditions {
  /** The field `If-None-Match`. */
  readonly noneMatch: string | undefined;
  /** The field `If-Modified-Since`. */
  readonly modifiedSince: string | undefined;
}

/** What is known of when the version that there is was made. */
export interface Times {
  /** When it became what it is, in milliseconds since 1970, in whole seconds. */
  readonly modified: number;
  /** Whether no other version was there in the same second, so that the time alone tells which it is. */
  readonly isSharp: boolean;
}

/**
 * Whether the client has the version that there is (RFC 9110, 13): tags beat times.
 *
 * @param tag strong entity tag of that version, with its quotes
 */
export function isUnmodified(
  { noneMatch, modifiedSince }: Conditions,
  tag: string,
  { modified, isSharp }: Times,
): boolean {
  if (noneMatch !== undefined) {
    // What most clients send.
    if (noneMatch === tag || noneMatch.trim() === '*') return true;
    return tagsIn(noneMatch).includes(tag);
  }
  if (modifiedSince === undefined || !isSharp) return false;
  return modified <= instantOf(modifiedSince);
}

/** The tags of a list, without the mark of weak ones, which makes no difference here. */
export function tagsIn(noneMatch: string): string[] {
  return noneMatch.match(/"[^"]*"/g) ?? [];
}

/** What is no date is as if it had not been sent. */
function instantOf(date: string): number {
  if (!httpDate.test(date)) return Number.NaN;
  return Date.parse(date.endsWith('GMT') ? date : `${date} GMT`);
}

/** The three forms of a date (RFC 9110, 5.6.7). */
const httpDate =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w+day, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;
