import type { Spot } from './tell.js';

/** An element of a document, by its name in this house: `item`, `atom:link`, `content:encoded`. */
export interface Element {
  readonly name: string;
  /** As people wrote it. */
  readonly written: string;
  /** By their names, those of namespaces with the prefix of this house. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly parent: Element | undefined;
  /** Text that stands in it, not that of its children. */
  text: string;
  /** Where it begins. */
  readonly at: Spot;
  /** Where what it holds begins. */
  inside: Spot;
}

/** The children of a name. */
export function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of a name. */
export function first(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** Whether a feed is a page of an archive, or has such pages (RFC 5005). */
export function isPaged(feed: Element): boolean {
  const links = all(feed, 'atom:link');
  return (
    first(feed, 'fh:archive') !== undefined ||
    links.some(({ attributes }) => /^(?:prev|next)(?:-archive)?$/.test(attributes.get('rel') ?? ''))
  );
}

/** How people are told of an element. */
export function shown({ written }: Pick<Element, 'written'>): string {
  return `<${written}>`;
}

/** The text of an element and of all that it holds. */
export function wholeText(element: Element): string {
  return element.text + element.children.map(wholeText).join('');
}
