import type { Line } from './lines.js';
import { widthOf } from './width.js';
import { isFull } from './wrap.js';

/**
 * Whether a line of a title goes on in the next: the next begins in the middle of a phrase, this one ends there, it was
 * full, or both shout.
 *
 * @param line what may be the beginning of a title
 * @param next the line right below
 * @param wrap the width at which the text is hard-wrapped, if it is
 */
export function continues(line: Line, next: Line, wrap: number | undefined): boolean {
  if (widthOf(line.text) > 200 || widthOf(next.text) > 200) return false;
  if (/^["'“‘(]?\p{Ll}/u.test(next.text) || hanging.test(line.text)) return true;
  if (wrap !== undefined && isFull(line, next, wrap)) return true;
  return widthOf(line.text) > 24 && shouts(line.text) && shouts(next.text);
}

const hanging =
  /(?:[,&–—]|\s(?:a|an|the|of|to|in|on|at|for|with|and|or|but|as|by|from|into|over|after|is|are|der|die|das|und|von|mit|für|de|la|le|les|el|los|y|et|du|des|da|do|e|di|van|het|en|och|og))$/iu;

function shouts(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
