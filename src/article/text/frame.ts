import type { ReadContext } from '../article.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { toRows } from './rows.js';

/** A text without its frame, and what the frame says of it. */
export interface Framed {
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
}

/**
 * Takes off the frame that libraries of free books put around a text: everything up to "*** START OF …" and from
 * "*** END OF …" on.
 *
 * @param lines the whole file
 * @param context for dates
 */
export function readFrame(lines: readonly Line[], context: ReadContext): Framed {
  const start = lines
    .slice(0, 600)
    .findIndex(({ text }) => /^\*{3} ?START OF (?:THE|THIS) .{1,200}$/i.test(text));
  if (start < 0) return { marks: [], lines };
  const end = lines.findIndex(({ text }) => /^\*{3} ?END OF (?:THE|THIS) /i.test(text));
  const marks = toRows(lines.slice(0, start), undefined, context).flatMap((row) => row.marks ?? []);
  return { marks, lines: lines.slice(start + 1, end > start ? end : lines.length) };
}
