import { defaultTreeAdapter as adapter, html as names, serialize } from 'parse5';
import { paragraphsOf } from '../../article/html/paragraphs.js';
import { allowed, dropped, embedding, within } from './allowed.js';
import { keptAttributes, type Resolve } from './attributes.js';
import { Excess } from './excess.js';
import { plainMarkup } from './plain-markup.js';
import { retouched } from './retouch.js';
import { fragmentTargets } from './targets.js';
import { attribute, parse, type Tree, textOf, walk } from './tree.js';

/**
 * Makes HTML safe and self-contained: nothing that runs, styles or submits; addresses absolute; embedded pages as
 * links; every tag closed. It is parsed as browsers parse it, so that what is judged here is what readers see; of
 * the tree, only the elements and attributes known to be harmless are kept.
 *
 * @param html of any quality
 * @param resolve told of every reference
 * @param plainly told of what takes the place of HTML that nests too deep, or would become far more than is written: its
 *   text alone
 * @returns HTML that a strict parser reads without an error
 */
export function safeHtml(
  html: string,
  resolve: Resolve,
  plainly: (html: string) => string = (text) => text,
): string {
  const pieces = plainMarkup(html);
  const retouch = pieces && retouched(pieces, resolve);
  if (retouch !== undefined) return retouch;
  try {
    return thoroughlySafe(html, resolve);
  } catch (error) {
    if (!(error instanceof Excess)) throw error;
    return plainly(paragraphsOf(html));
  }
}

/** The same, from the whole tree: for HTML of any quality. */
function thoroughlySafe(html: string, resolve: Resolve): string {
  const fragment = parse(html);
  clean(fragment, { resolve, targets: fragmentTargets(elementsOf(fragment)) }, 0);
  return settle(write(fragment));
}

function* elementsOf(root: Tree.ParentNode): Generator<Tree.Element> {
  for (const node of walk(root, isDropped)) if (adapter.isElementNode(node)) yield node;
}

interface Cleaning {
  readonly resolve: Resolve;
  readonly targets: ReadonlySet<string>;
}

/** Deeper elements give their text alone: no reader shows more levels, and the stack of a program has an end. */
const deepest = 128;

function clean(parent: Tree.ParentNode, cleaning: Cleaning, depth: number): void {
  parent.childNodes = parent.childNodes.flatMap((node) => kept(node, cleaning, depth));
  for (const child of parent.childNodes) child.parentNode = parent;
}

/** What of a node is kept: itself, what it holds, something in its place, or nothing. */
function kept(node: Tree.ChildNode, cleaning: Cleaning, depth: number): Tree.ChildNode[] {
  if (adapter.isTextNode(node)) return [node];
  if (!adapter.isElementNode(node) || isDropped(node)) return [];
  if (depth >= deepest || node.namespaceURI !== names.NS.HTML)
    return [adapter.createTextNode(textOf(node, isDropped))];
  if (embedding.has(node.tagName)) return linkTo(node, cleaning);
  if (node.tagName === 'input') return checkbox(node);
  clean(node, cleaning, depth + 1);
  const own = allowed.get(node.tagName);
  if (own === undefined || isMisplaced(node)) return node.childNodes;
  node.attrs = keptAttributes(node, own, cleaning.resolve, cleaning.targets);
  const blank = node.tagName === 'img' && !attribute(node, 'src') && !attribute(node, 'srcset');
  return blank ? [] : [node];
}

function isDropped({ tagName }: Tree.Element): boolean {
  return dropped.has(tagName);
}

/**
 * Not every tree has a text that parses to it again: a heading can end up within a heading, and an element may be
 * gone that had allowed its content to lie there. The text is settled when parsing it changes nothing.
 */
function settle(text: string): string {
  let settled = text;
  for (let round = 0; round < 5; round++) {
    const again = write(parse(settled));
    if (again === settled) break;
    settled = again;
  }
  return settled;
}

/** Parsers drop a newline at the start of `pre`, so one that is left would make each parse give another text. */
function write(fragment: Tree.DocumentFragment): string {
  for (const node of walk(fragment, () => false)) {
    if (!adapter.isElementNode(node) || node.tagName !== 'pre') continue;
    for (const child of node.childNodes) {
      if (!adapter.isTextNode(child)) break;
      child.value = child.value.replace(/^\n+/, '');
      if (child.value) break;
    }
  }
  return serialize(fragment);
}

function isMisplaced({ tagName, parentNode }: Tree.Element): boolean {
  const parent = within.get(tagName);
  return parent !== undefined && parentNode?.nodeName !== parent;
}

/** A page shown within the page becomes a link to it. */
function linkTo(element: Tree.Element, cleaning: Cleaning): Tree.ChildNode[] {
  const source = attribute(element, 'src') ?? attribute(element, 'data');
  const href = source && cleaning.resolve(source, 'link');
  if (!href) return [];
  const link = adapter.createElement('a', names.NS.HTML, [{ name: 'href', value: href }]);
  link.childNodes = [adapter.createTextNode(attribute(element, 'title')?.trim() || href)];
  return [link];
}

/** Task lists keep their marks; every other field is of no use to a reader. */
function checkbox(input: Tree.Element): Tree.ChildNode[] {
  if (attribute(input, 'type') !== 'checkbox') return [];
  return [adapter.createTextNode(attribute(input, 'checked') === undefined ? '☐' : '☑')];
}
