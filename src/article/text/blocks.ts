import type { Line } from './lines.js';

/**
 * Parts lines where blank lines stand; the blank lines are in no block.
 *
 * @param lines in the order of the file
 */
export function splitBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (line.text === '') open = undefined;
    else if (open) open.push(line);
    else {
      open = [line];
      blocks.push(open);
    }
  }
  return blocks;
}
