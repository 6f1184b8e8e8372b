import {
  defaultTreeAdapter,
  html as names,
  parseFragment,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { Allowance, Excess } from './excess.js';
import { isEmpty, type Piece, plainMarkup, unescaped } from './plain-markup.js';

export type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * Parses HTML as browsers do (WHATWG HTML, 13.2), with nothing that scripts would change.
 *
 * @throws Excess where the tree would be too deep, or far larger than what is written
 */
export function parse(html: string): Tree.DocumentFragment {
  const pieces = plainMarkup(html);
  if (pieces) return treeOf(pieces);
  return parseFragment(place, html, { scriptingEnabled: false, treeAdapter: boundedBy(html.length) });
}

/** What builds the tree as usual, but for what nobody writes: parsers repeat what is left open, without end. */
function boundedBy(length: number): typeof defaultTreeAdapter {
  const allowance = new Allowance(length);
  let count = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attrs) => {
      if (++count > most) throw new Excess();
      for (const { value } of attrs) allowance.take(value.length);
      return defaultTreeAdapter.createElement(name, namespace, attrs);
    },
    onItemPush: () => {
      if (++depth > deepest) throw new Excess();
    },
    onItemPop: () => {
      depth--;
    },
  };
}

/** Elements within each other, and all together; nobody writes a tenth of it. */
const deepest = 512;
const most = 150_000;

/** The tree that is written in plain markup. */
function treeOf(pieces: readonly Piece[]): Tree.DocumentFragment {
  const root = defaultTreeAdapter.createDocumentFragment();
  let parent: Tree.ParentNode = root;
  const above: Tree.ParentNode[] = [];
  for (const { kind, value, attrs } of pieces) {
    if (kind === 'end') parent = above.pop() ?? root;
    else if (kind === 'text') defaultTreeAdapter.insertText(parent, unescaped(value));
    else {
      const element: Tree.Element = defaultTreeAdapter.createElement(value, names.NS.HTML, attrs);
      defaultTreeAdapter.appendChild(parent, element);
      if (isEmpty(value)) continue;
      above.push(parent);
      parent = element;
    }
  }
  return root;
}

/** Where readers put content: parts of a table, say, have no place there without a table. */
const place = defaultTreeAdapter.createElement('div', names.NS.HTML, []);

/** An element apart from the tree that it stands in. */
export type Tag = Pick<Tree.Element, 'tagName' | 'attrs'>;

/** The value of an attribute, if it is there. */
export function attribute(element: Pick<Tag, 'attrs'>, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Goes through every node below a root in the order of the text, however deep, and passes over what `skip` names. */
export function* walk(root: Tree.ParentNode, skip: (element: Tree.Element) => boolean): Generator<Tree.Node> {
  const open: Tree.Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node !== root) yield node;
    if (!('childNodes' in node) || (defaultTreeAdapter.isElementNode(node) && skip(node))) continue;
    for (const child of node.childNodes.toReversed()) open.push(child);
  }
}

/** All text below a root, but that of the elements which `skip` names. */
export function textOf(root: Tree.ParentNode, skip: (element: Tree.Element) => boolean): string {
  const text: string[] = [];
  for (const node of walk(root, skip)) if (defaultTreeAdapter.isTextNode(node)) text.push(node.value);
  return text.join('');
}
