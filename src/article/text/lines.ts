/** A line of the file. */
export interface Line {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** As it stands, without the space at its end. */
  readonly raw: string;
  /** What it says: without space at either end, runs of space as one, invisible characters gone. */
  readonly text: string;
  /** Columns of space before it; a tab reaches to the next multiple of four. */
  readonly indent: number;
}

/**
 * Splits a text into lines, whatever ends them. A form feed also ends a line, though it does not count as one.
 *
 * @param text the text of a file, or the rest of it
 * @param firstLine the number of its first line
 */
export function splitLines(text: string, firstLine: number): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((row, index) =>
      row.split(/[\f\v\u0085\u2028\u2029]/).map((part) => toLine(part, firstLine + index)),
    );
}

function toLine(part: string, number: number): Line {
  const raw = part.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '').trimEnd();
  return { number, raw, text: raw.replace(/\s+/g, ' ').trim(), indent: indentOf(raw) };
}

function indentOf(raw: string): number {
  let columns = 0;
  for (const character of raw) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (character === ' ' || character === '\u00a0' || character === '\u3000') columns += 1;
    else break;
  }
  return columns;
}
