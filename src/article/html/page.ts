import type { Document, Node } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';

/** A parsed page that knows on which line of the file each of its nodes begins. */
export interface Page {
  readonly root: Document;
  /** Whether it is a page with a head and a body, not a mere piece of markup. */
  readonly whole: boolean;
  /** The depth of nesting at which reading stopped, where the page nests deeper than anything a person writes. */
  readonly tooDeep?: number;
  /** The line of the file, from 1. */
  readonly lineOf: (node: Node) => number;
}

const pageParts = new Set(['!doctype', 'html', 'head', 'body', 'title', 'meta']);

/** Real pages stay below 100. Above this, what walks a tree may run out of stack, or out of time. */
const deepest = 256;

/**
 * Parses a page or a fragment of one. Nothing is thrown, whatever the markup.
 *
 * @param text the markup
 * @param firstLine the line of the file on which `text` begins
 */
export function openPage(text: string, firstLine: number): Page {
  const handler = new ShallowHandler();
  const tooDeep = !build(handler, text);
  const breaks = lineBreaks(text);
  return {
    root: handler.root,
    whole: handler.root.children.some((node) => 'name' in node && pageParts.has(node.name)),
    ...(tooDeep && { tooDeep: deepest }),
    lineOf: (node) => firstLine + countBelow(breaks, node.startIndex ?? 0),
  };
}

function build(handler: ShallowHandler, text: string): boolean {
  try {
    new Parser(handler).end(text);
    return true;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}

class TooDeep extends Error {}

class ShallowHandler extends DomHandler {
  constructor() {
    super(undefined, { withStartIndices: true, withEndIndices: true });
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > deepest) throw new TooDeep();
    super.onopentag(name, attributes);
  }
}

function lineBreaks(text: string): number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return breaks;
}

/** How many of the ascending numbers lie below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
