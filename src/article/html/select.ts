import { compile, selectAll } from 'css-select';
import type { AnyNode, Element } from 'domhandler';

const compiled = new Map<string, ReturnType<typeof compile<AnyNode, Element>>>();

/** The elements inside a node that a CSS selector describes, in the order of the page. Selectors are compiled once. */
export function select(selector: string, within: AnyNode): Element[] {
  let query = compiled.get(selector);
  if (!query) compiled.set(selector, (query = compile<AnyNode, Element>(selector)));
  return selectAll<AnyNode, Element>(query, within);
}
