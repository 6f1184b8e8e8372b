import { isFurniture } from './furniture.js';
import type { Line } from './lines.js';
import { isFull } from './wrap.js';

/**
 * Blanks the lines of a body that are furniture beyond doubt. A line within a wrapped paragraph never is.
 *
 * @param lines the body
 * @param wrap the width at which the text is hard-wrapped, if it is
 */
export function withoutFurniture(lines: readonly Line[], wrap: number | undefined): Line[] {
  return lines.map((line, index) => {
    if (index >= near && index < lines.length - near) return line;
    if (line.text === '' || !isFurniture(line.text, 'anywhere')) return line;
    return runsOn(lines[index - 1], line, wrap) || runsOn(line, lines[index + 1], wrap)
      ? line
      : { ...line, text: '' };
  });
}

/** Lines from either end of a text among which there may be furniture: what is longer is a book, which has none. */
const near = 5000;

function runsOn(line: Line | undefined, next: Line | undefined, wrap: number | undefined): boolean {
  if (!line || !next || line.text === '' || next.text === '' || wrap === undefined) return false;
  return isFull(line, next, wrap);
}
