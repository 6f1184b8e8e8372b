import { type Problem, problem } from '../problems.js';
import { type ClosedPage, readLine } from './lines.js';
import type { Remembered } from './remembered.js';

/** What the text of a ledger says. */
export interface Said {
  /** The last line of each id counts. */
  readonly entries: ReadonlyMap<string, Remembered>;
  readonly pages: readonly ClosedPage[];
  /** Lines that do not lie in order, or are superseded. */
  readonly loose: number;
  /** Lines that cannot be used. */
  readonly rejected: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a ledger.
 *
 * @param name the path of the file, as people are told it
 */
export function readText(text: string, name: string): Said {
  const entries = new Map<string, Remembered>();
  const pages: ClosedPage[] = [];
  const rejected: string[] = [];
  const problems: Problem[] = [];
  let loose = 0;
  let last = '';
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const said = readLine(line);
    if ('reason' in said) {
      rejected.push(line);
      problems.push(problem('ledger-line', { path: name, line: at + 1 }, { reason: said.reason }));
    } else if ('feed' in said) {
      pages.push(said);
    } else {
      if (said.path < last || entries.has(said.id)) loose++;
      else last = said.path;
      entries.set(said.id, said);
    }
  }
  return { entries, pages, loose, rejected, problems };
}
