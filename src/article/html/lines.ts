import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isInline } from './inline.js';
import { oneLine } from './one-line.js';
import { isUnseen } from './unseen.js';

/** A stretch of text inside a line, with the inline element it stands in, if any. */
export interface Piece {
  readonly text: string;
  readonly element?: Element;
}

/** A line of text as the page shows it: what stands between two edges of blocks or line breaks. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The block that holds the line. */
  readonly block: Element;
  /** Where the line begins in the markup, in characters. */
  readonly start: number;
}

/** The lines of text inside an element, in the order of the page. Lines without text are left out. */
export function linesOf(root: AnyNode): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let start = 0;
  const endLine = (block: Element) => {
    const text = oneLine(pieces.map((piece) => piece.text).join(''));
    if (text) lines.push({ text, pieces, block, start });
    pieces = [];
  };
  const walk = (node: AnyNode, block: Element, within: Element | undefined): void => {
    if (isText(node)) {
      if (pieces.length === 0) start = node.startIndex ?? 0;
      // What two elements hold side by side is not one word, as `am` and `3.5.` in `<b>am</b><i>3.5.</i>`.
      if (/\p{L}$/u.test(pieces.at(-1)?.text ?? '') && /^\d/.test(node.data)) pieces.push({ text: ' ' });
      if (node.data) pieces.push({ text: node.data, ...(within && { element: within }) });
      return;
    }
    if (!('children' in node) || (isTag(node) && isUnseen(node))) return;
    if (isTag(node) && isInline(node)) {
      if (node.name === 'br') endLine(block);
      for (const child of node.children) walk(child, block, node);
      return;
    }
    endLine(block);
    const inner = isTag(node) ? node : block;
    for (const child of node.children) walk(child, inner, undefined);
    endLine(inner);
  };
  const [first] = 'children' in root ? root.children.filter(isTag) : [];
  const block = isTag(root) ? root : first;
  if (block) walk(root, block, undefined);
  return lines;
}
