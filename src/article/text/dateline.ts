/** What stands before the first sentence of agency copy: "LONDON (Reuters) - ", "PARIS, Nov. 26, 2025 — ". */
export interface Dateline {
  /** All of it, with the dash or colon and the space after it. */
  readonly text: string;
  /** What follows the place: perhaps a date, perhaps the agency. */
  readonly rest: string;
}

/**
 * Reads the dateline at the start of a paragraph. It belongs to the body.
 *
 * @param text a paragraph
 * @returns nothing where there is none
 */
export function readDateline(text: string): Dateline | undefined {
  const start = text.slice(0, 160);
  const match = shouted.exec(start) ?? agency.exec(start);
  return match ? { text: match[0], rest: match[1] ?? '' } : undefined;
}

const shouted =
  /^\p{Lu}{3,}(?:[\s./'’-]{1,2}\p{Lu}{2,}){0,3}((?:,? [^:–—\n]{0,70}?)?)\s?(?::|\s[-–—]{1,2}|--|[–—])\s+(?=["'“‘«(]?[\p{Lu}\p{Lo}\d])(?=.{0,200}\p{Ll}{2})/u;
const agency =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}((?:, [^:–—\n()]{0,40})? \((?:[\p{Lu}\d/ -]{2,20}|\p{Lu}[\p{L} ]{2,24}|[^()]{0,20}\b(?:AP|AFP|Reuters)\b[^()]{0,20})\))\s?(?:[-–—]{1,2}|:)?\s+(?=["'“‘«(]?[\p{Lu}\p{Lo}\d])/u;
