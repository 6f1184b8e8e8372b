import { linesIn } from './lines-in.js';

/** The line, from 1, on which what begins here begins; behind the last line where that has no end of its own. */
export function lineOf(text: string, from: number): number {
  return linesIn(text, from) + (from === 0 || text[from - 1] === '\n' ? 1 : 2);
}
