import { type AnyNode, isTag, isText } from 'domhandler';
import { isInline } from './inline.js';
import { oneLine } from './one-line.js';
import { isUnseen } from './unseen.js';

/** The text a reader sees in a node, on one line. */
export function textOf(node: AnyNode): string {
  const parts: string[] = [];
  collect(node, parts);
  return oneLine(parts.join(''));
}

function collect(node: AnyNode, parts: string[]): void {
  if (isText(node)) {
    parts.push(node.data);
    return;
  }
  if (!('children' in node) || (isTag(node) && isUnseen(node))) return;
  const parted = !isTag(node) || node.name === 'br' || !isInline(node);
  if (parted) parts.push(' ');
  for (const child of node.children) collect(child, parts);
  if (parted) parts.push(' ');
}
