import { type Element, isTag, type ParentNode } from 'domhandler';
import type { Content } from './content.js';
import type { Line } from './lines.js';

/**
 * Finds the paragraphs between the headline and the content: a standfirst often stands outside of the article's text.
 *
 * @returns the blocks that hold them, in the order of the page
 */
export function leadOf(lines: readonly Line[], heading: Element | undefined, content: Content): Element[] {
  const from = heading?.startIndex;
  const to = content.element?.startIndex;
  if (from === undefined || from === null || to === undefined || to === null || from >= to) return [];
  const blocks = lines
    .filter(({ start, text }) => start > from && start < to && text.length >= shortest)
    .filter(({ block, pieces }) => block !== heading && isOwn(block, content) && !isLinked(pieces))
    .map(({ block }) => block);
  return [...new Set(blocks)];
}

/** A standfirst is a sentence at least. */
const shortest = 60;

function isOwn(block: Element, { element, isFurniture }: Content): boolean {
  for (let one: ParentNode | null = block; one && isTag(one); one = one.parent) {
    if (one === element || isFurniture(one)) return false;
    if (captions.has(one.name)) return false;
  }
  return true;
}

const captions = new Set(['figcaption', 'figure', 'h1', 'li', 'table']);

function isLinked(pieces: Line['pieces']): boolean {
  const letters = (some: Line['pieces']) => some.reduce((sum, { text }) => sum + text.length, 0);
  return letters(pieces.filter(({ element }) => element?.name === 'a')) > letters(pieces) / 3;
}
