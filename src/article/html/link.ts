import type { Clue } from './clue.js';
import type { Said } from './said.js';
import { urlOf } from './url.js';

/**
 * The first address that can be the article's own: absolute, or a path on the site. The front page of a site is the
 * address of no article.
 */
export function chooseLink(clues: readonly Clue[]): Said<string> | undefined {
  for (const { subject, texts, line } of clues) {
    if (subject !== 'link') continue;
    const value = texts.map(usable).find((address) => address !== undefined);
    if (value !== undefined) return { value, line };
  }
  return undefined;
}

function usable(text: string): string | undefined {
  const isPath = /^\/(?!\/)/.test(text);
  if (!isPath && !/^https?:\/\//i.test(text)) return undefined;
  const url = urlOf(text, 'https://example.org');
  if (!url) return undefined;
  if (url.pathname === '/' && !url.search) return undefined;
  url.hash = '';
  return isPath ? url.pathname + url.search : url.href;
}
