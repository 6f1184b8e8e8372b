import { longestTitle } from '../article/bounds.js';
import { shorten } from './content/shorten.js';
import { plain } from './plain.js';

/**
 * The title that all formats show: one line of plain text. Markup that some generators allow in titles is taken off;
 * a tag that is only mentioned, as in "The <details> element", stays.
 */
export function plainTitle(title: string): string {
  const text = shorten(title, longestTitle);
  const bare = text.replace(/<\/?(?:br|wbr)\s*\/?>/gi, ' ');
  return plain(withoutPairs(bare));
}

const pair =
  /<(a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>/gi;

/** Takes pairs of inline tags off, from the innermost outwards. */
function withoutPairs(text: string): string {
  const bare = text.replace(pair, '$2');
  return bare === text ? text : withoutPairs(bare);
}
