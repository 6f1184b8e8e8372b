import type { Tree } from './tree.js';

/** A stretch of HTML: text with its references as they are written, the start of an element, or its end. */
export interface Piece {
  readonly kind: 'text' | 'start' | 'end';
  /** The text, or the name of the element. */
  readonly value: string;
  readonly attrs: Tree.Element['attrs'];
}

/**
 * Reads HTML that is so plain that it means what it says: known elements, each where it may stand and closed where it
 * must be, attributes in double quotes, few references. Of such HTML, a browser's parser makes the very tree that is
 * written there. All else is left to such a parser: what is accepted here is a list, not what is left of one.
 *
 * @returns the pieces, with an end for every start but those of empty elements; nothing where the HTML is not so plain
 */
export function plainMarkup(html: string): readonly Piece[] | undefined {
  if (unclear.test(html)) return undefined;
  const pieces: Piece[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    const text = start < 0 ? html.slice(at) : html.slice(at, start);
    if (text) {
      if (!mayHoldText(open, pieces, text)) return undefined;
      pieces.push({ kind: 'text', value: text, attrs: none });
    }
    if (start < 0) break;
    const end = html.indexOf('>', start);
    const tag = html.slice(start + 1, end < 0 ? undefined : end);
    // What is cut off within its last tag ends before it.
    if (end < 0 && /^\/?[a-z]/.test(tag)) break;
    const piece = tag.startsWith('/') ? closing(tag.slice(1), open) : opening(tag, open);
    if (!piece) return undefined;
    pieces.push(piece);
    at = end + 1;
  }
  for (const name of open.reverse()) pieces.push({ kind: 'end', value: name, attrs: none });
  return pieces;
}

/** Whether an element is empty by its nature, and has no end. */
export function isEmpty(name: string): boolean {
  return empty.has(name);
}

/** The text that text in HTML stands for. */
export function unescaped(text: string): string {
  return text.includes('&') ? text.replace(reference, (written) => references[written] ?? written) : text;
}

const none: Tree.Element['attrs'] = [];

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00A0',
};
const reference = /&(?:amp|lt|gt|quot|nbsp);/g;

/** Control characters, and every other reference. */
const unclear = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|&(?!(?:amp|lt|gt|quot|nbsp);)/;

/** Elements that hold text and each other. */
const inline = new Set(
  'a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);
const empty = new Set(['br', 'hr', 'img']);

/** Elements that hold text and inline elements, and those that hold anything that needs no place of its own. */
const lines = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre']);
const containers = new Set('article aside blockquote dd div figure li section td th'.split(' '));

/** Elements that hold only certain others; which themselves stand nowhere else. */
const holders = new Map([
  ['dl', ['dt', 'dd']],
  ['ol', ['li']],
  ['table', ['thead', 'tbody']],
  ['tbody', ['tr']],
  ['thead', ['tr']],
  ['tr', ['td', 'th']],
  ['ul', ['li']],
]);
const bound = new Set([...holders.values()].flat());

/** Deeper, and with more attributes, nobody writes; attacks are left to the full treatment. */
const deepest = 100;
const mostAttributes = 20;

/** Parsers drop a line end at the start of `pre`, and move text out of tables. */
function mayHoldText(open: readonly string[], pieces: readonly Piece[], text: string): boolean {
  const parent = open.at(-1);
  if (text.includes('>')) return false;
  if (parent === undefined) return true;
  if (parent === 'pre' && text.startsWith('\n') && pieces.at(-1)?.kind === 'start') return false;
  return !holders.has(parent) || !/[^ \t\n]/.test(text);
}

function opening(tag: string, open: string[]): Piece | undefined {
  const space = tag.indexOf(' ');
  const name = space < 0 ? tag : tag.slice(0, space);
  if (open.length >= deepest || !mayStand(name, open)) return undefined;
  const attrs = space < 0 ? none : attributes(tag.slice(space));
  if (!attrs) return undefined;
  if (!empty.has(name)) open.push(name);
  return { kind: 'start', value: name, attrs };
}

function mayStand(name: string, open: readonly string[]): boolean {
  const parent = open.at(-1);
  const only = parent === undefined ? undefined : holders.get(parent);
  if (only || bound.has(name)) return only?.includes(name) ?? false;
  if (inline.has(name)) return name !== 'a' || !open.includes('a');
  if (name === 'br' || name === 'img') return true;
  const isBlock = lines.has(name) || containers.has(name) || holders.has(name) || name === 'hr';
  return isBlock && (parent === undefined || containers.has(parent));
}

function closing(name: string, open: string[]): Piece | undefined {
  return open.pop() === name ? { kind: 'end', value: name, attrs: none } : undefined;
}

/** The attributes of a tag, each written ` name="value"` and no more than once. */
function attributes(written: string): Tree.Element['attrs'] | undefined {
  const found: Tree.Element['attrs'] = [];
  let end = 0;
  for (const [all, name = '', value = ''] of written.matchAll(/ ([a-z][a-z-]*)="([^"<]*)"/gy)) {
    if (found.length === mostAttributes || found.some((other) => other.name === name)) return undefined;
    found.push({ name, value: unescaped(value) });
    end += all.length;
  }
  return end === written.length ? found : undefined;
}
