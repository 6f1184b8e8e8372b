import { compile, selectAll } from 'css-select';
import type { AnyNode, Element } from 'domhandler';

type Query = ReturnType<typeof compile<AnyNode, Element>>;

const compiled = new Map<string, Query>();

/** The elements inside a node that a CSS selector describes, in the order of the page. Selectors are compiled once. */
export function select(selector: string, within: AnyNode): Element[] {
  const query = compiled.get(selector) ?? compile<AnyNode, Element>(selector);
  compiled.set(selector, query);
  return selectAll<AnyNode, Element>(query, within);
}
