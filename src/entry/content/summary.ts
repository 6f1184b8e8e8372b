import { defaultTreeAdapter as adapter } from 'parse5';
import { shorten } from './shorten.js';
import { attribute, parse, type Tree, textOf } from './tree.js';

/**
 * The plain-text summary of safe HTML: its first running text, cut at a sentence or a word.
 *
 * @param html safe HTML
 * @param longest in characters
 */
export function summaryOf(html: string, longest = 300): string {
  // The beginning is nearly always enough, so that a book costs no more than a note; what comes late is no summary.
  const running =
    runningText(html.slice(0, 50 * longest), longest) || runningText(html.slice(0, farthest), longest);
  return shorten(running || textOf(parse(html.slice(0, farthest)), () => false), longest);
}

/** Where a summary may begin at the latest, in characters of HTML. */
const farthest = 200_000;

function runningText(html: string, wanted: number): string {
  const running: string[] = [];
  collect(parse(html), running, wanted);
  return running.join(' ');
}

const paragraphs = new Set(['p', 'li', 'dd', 'blockquote']);
const aside = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'figure',
  'aside',
  'nav',
  'header',
  'footer',
]);

function collect(node: Tree.ParentNode, running: string[], wanted: number): void {
  for (const child of node.childNodes) {
    if (running.reduce((sum, text) => sum + text.length, 0) > wanted) return;
    if (!adapter.isElementNode(child) || aside.has(child.tagName) || isFootnote(child)) continue;
    const holdsParagraphs = child.childNodes.some(
      (one) => adapter.isElementNode(one) && paragraphs.has(one.tagName),
    );
    if (!paragraphs.has(child.tagName) || holdsParagraphs) collect(child, running, wanted);
    else {
      const text = textOf(child, ({ tagName }) => tagName === 'sup')
        .replace(/\s+/g, ' ')
        .trim();
      if (text) running.push(text);
    }
  }
}

/** Only notes have ids that links within the entry lead to; headings have them too, and are passed over anyway. */
function isFootnote(element: Tree.Element): boolean {
  return element.tagName === 'li' && attribute(element, 'id') !== undefined;
}
