import type { ParentNode } from 'domhandler';
import { select } from './select.js';

/** Gives images that a script would have loaded the source that they wait for. */
export function showLazyImages(root: ParentNode): void {
  for (const { attribs } of select('img', root)) {
    if (attribs.src && !/^data:|placeholder|spacer|blank\./i.test(attribs.src)) continue;
    const src = sources.map((name) => attribs[name]).find(Boolean);
    if (src) attribs.src = src;
    const srcset = attribs['data-srcset'] ?? attribs['data-lazy-srcset'];
    if (srcset) attribs.srcset = srcset;
  }
}

const sources = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'data-srcurl', 'data-image'];
