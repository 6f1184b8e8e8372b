/** What of a request says which version the client has. */
export interface Conditions {
  /** The field `If-None-Match`. */
  readonly noneMatch: string | undefined;
  /** The field `If-Modified-Since`. */
  readonly modifiedSince: string | undefined;
}

/** What is known of the version that there is. */
export interface Validators {
  /** Strong entity tag, with its quotes. */
  readonly tag: string;
  /** When it became what it is, in milliseconds since 1970, in whole seconds. */
  readonly modified: number;
  /** Whether no other version was there in the same second, so that the time alone tells which it is. */
  readonly isSharp: boolean;
}

/** Whether the client has the version that there is (RFC 9110, 13): tags beat times. */
export function isUnmodified({ noneMatch, modifiedSince }: Conditions, now: Validators): boolean {
  if (noneMatch !== undefined) {
    // What most clients send.
    if (noneMatch === now.tag || noneMatch.trim() === '*') return true;
    return tagsIn(noneMatch).includes(now.tag);
  }
  if (modifiedSince === undefined || !now.isSharp) return false;
  return now.modified <= instantOf(modifiedSince);
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
