import type { Feed } from '../feed/feed.js';
import { escapeText } from './text.js';

/**
 * What the head of a feed says of the WebSub servers that tell its subscribers (WebSub, 4).
 *
 * @param name of the element that links; RSS borrows its links from Atom
 * @returns elements for anywhere before the first entry
 */
export function hubElements({ hubs = [] }: Pick<Feed, 'hubs'>, name: 'link' | 'atom:link'): string[] {
  return hubs.map((address) => `<${name} rel="hub" href="${escapeText(address)}"/>`);
}
