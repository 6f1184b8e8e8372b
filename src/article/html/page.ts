import type { Document, Node } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';

/** A parsed page that knows on which line of the file each of its nodes begins. */
export interface Page {
  readonly root: Document;
  /** Whether it is a page with a head and a body, not a mere piece of markup. */
  readonly whole: boolean;
  /** Why reading stopped, where the page has more than anything a person writes. */
  readonly excess?: string;
  /** The line of the file, from 1. */
  readonly lineOf: (node: Node) => number;
}

const pageParts = new Set(['!doctype', 'html', 'head', 'body', 'title', 'meta']);

/** Real pages stay below 100. Above this, what walks a tree may run out of stack, or out of time. */
const deepest = 256;

/** Real pages have some thousands. What looks for the article goes through all of them several times. */
const most = 100_000;

/** Between elements and at each sign that stands for another; they are put together one by one. */
const mostTexts = 500_000;

/**
 * Parses a page or a fragment of one. Nothing is thrown, whatever the markup.
 *
 * @param text the markup
 * @param firstLine the line of the file on which `text` begins
 */
export function openPage(text: string, firstLine: number): Page {
  const handler = new BoundedHandler();
  const excess = build(handler, text);
  const breaks = lineBreaks(text);
  return {
    root: handler.root,
    whole: handler.root.children.some((node) => 'name' in node && pageParts.has(node.name)),
    ...(excess !== undefined && { excess }),
    lineOf: (node) => firstLine + countBelow(breaks, node.startIndex ?? 0),
  };
}

/** Builds the tree; says why, where it does not. */
function build(handler: BoundedHandler, text: string): string | undefined {
  try {
    new Parser(handler).end(text);
    return undefined;
  } catch (error) {
    if (error instanceof Excess) return error.message;
    throw error;
  }
}

class Excess extends Error {}

class BoundedHandler extends DomHandler {
  #elements = 0;
  #texts = 0;

  constructor() {
    super(undefined, { withStartIndices: true, withEndIndices: true });
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > deepest) throw new Excess(`its elements nest deeper than ${deepest}`);
    if (++this.#elements > most) throw new Excess(`it has more than ${most} elements`);
    super.onopentag(name, attributes);
  }

  override ontext(text: string): void {
    if (++this.#texts > mostTexts) throw new Excess(`it has more than ${mostTexts} pieces of text`);
    super.ontext(text);
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
