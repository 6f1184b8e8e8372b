import { SaxesParser } from 'saxes';
import type { Element } from './element.js';
import { meantBy, prefixOf } from './namespaces.js';
import { type Spot, start, type Tell } from './tell.js';

/** Elements within each other. */
const deepest = 500;

/** There is no telling what comes behind a fault. */
class Stop extends Error {}

/**
 * Parses a document, with the true place of each element. Entities that a document defines are not expanded.
 *
 * @param tell takes what is wrong with the XML itself
 * @returns the root; nothing where the document cannot be parsed
 */
export function treeOf(text: string, tell: Tell): Element | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const told = new Set<string>();
  let root: Element | undefined;
  let current: Element | undefined;
  let at: Spot = start;
  let depth = 0;
  const here = (back = 0): Spot => ({
    line: parser.line,
    column: Math.max(1, parser.columnIndex + 1 - back),
  });
  const fail = (reason: string, spot: Spot): never => {
    tell('feed-unparsable', spot, { format: 'XML', reason });
    throw new Stop();
  };
  const placed = (uri: string, local: string, written: string): string => {
    if (uri === '' && written.includes(':')) return `{}${written}`;
    const prefix = prefixOf(uri);
    if (prefix !== undefined) return prefix === '' ? local : `${prefix}:${local}`;
    const meant = meantBy(uri);
    if (meant === undefined || told.has(uri)) return `{${uri}}${local}`;
    told.add(uri);
    tell('feed-namespace', at, {
      name: written,
      reason: `its namespace is written "${uri}", not "${meant}"`,
    });
    return `{${uri}}${local}`;
  };
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^(?:\S*:)?\d+:\d+: /, '').replace(/\.$/, '');
    const [, prefix] = /^unbound namespace prefix: "?(.*?)"?$/.exec(reason) ?? [];
    const reference = prefix === undefined ? badReference(text.slice(0, parser.position)) : undefined;
    if (reference) fail(reference.reason, reference.spot);
    if (reason === 'undefined entity' && text.includes('<!ENTITY'))
      fail('it uses an entity of its own, which readers do not expand', here(1));
    if (prefix === undefined) fail(reason, here(1));
    else if (!told.has(prefix)) {
      told.add(prefix);
      tell('feed-namespace', at, { name: `${prefix}:`, reason: 'its prefix is not declared' });
    }
  });
  parser.on('opentagstart', ({ name }) => {
    at = here(name.length + 2);
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (++depth > deepest) fail(`elements lie more than ${deepest} deep in each other`, at);
    const named = Object.values(attributes).map(
      (one) => [placed(one.uri, one.local, one.name), one.value] as const,
    );
    const element: Element = {
      name: placed(uri, local, name),
      written: name,
      attributes: new Map(named.filter(([key]) => !/^xmlns(?::|$)/.test(key))),
      children: [],
      parent: current,
      text: '',
      at,
      inside: here(),
    };
    if (current) current.children.push(element);
    else root ??= element;
    current = element;
  });
  const add = (more: string) => {
    if (current) current.text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    depth--;
    current = current?.parent;
  });
  try {
    parser.write(text).close();
    return root;
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}

/** A reference to a character that is none: the parser reads on to the next semicolon, which may be far. */
function badReference(text: string): { readonly reason: string; readonly spot: Spot } | undefined {
  // What a document defines itself is a matter of its own.
  if (text.includes('<!DOCTYPE')) return undefined;
  const blank = (part: string) => part.replace(/&/g, ' ');
  const bare = text.replace(/<!\[CDATA\[.*?(?:\]\]>|$)|<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)/gs, blank);
  const found = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)([a-z]\w*;)?/i.exec(bare);
  if (!found) return undefined;
  const lines = text.slice(0, found.index).split('\n');
  const [, name] = found;
  return {
    reason: name ? `readers know no &${name}` : 'a bare & stands there, which is to be &amp;',
    spot: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
  };
}
