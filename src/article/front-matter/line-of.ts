import { linesIn } from './lines-in.js';

/** The line, from 1, on which what begins here begins; behind the last line where that has no end of its own. */
export function lineOf(text: string, from: number): number {
  const before = text.slice(0, from);
  return linesIn(before) + (before === '' || before.endsWith('\n') ? 1 : 2);
}
