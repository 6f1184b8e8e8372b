import { compile, selectAll } from 'css-select';
import { type AnyNode, type Document, type Element, isDocument } from 'domhandler';

type Query = ReturnType<typeof compile<AnyNode, Element>>;

/**
 * The elements inside a node that a CSS selector describes, in the order of the page. Selectors are compiled once, and
 * a whole page is walked once: of elements that were taken out of it since, it still knows.
 */
export function select(selector: string, within: AnyNode): Element[] {
  const query = compiled.get(selector) ?? compile<AnyNode, Element>(selector);
  compiled.set(selector, query);
  if (!isDocument(within)) return selectAll<AnyNode, Element>(query, within);
  const elements = walked.get(within) ?? selectAll<AnyNode, Element>('*', within);
  walked.set(within, elements);
  return elements.filter(query);
}

const compiled = new Map<string, Query>();
const walked = new WeakMap<Document, Element[]>();
