import { parseDocument } from 'htmlparser2';
import { oneLine } from './one-line.js';
import { textOf } from './text.js';

/**
 * A value of an attribute or of JSON as plain text on one line. Writers of pages often escape twice, and some leave
 * tags in: character references are decoded, paired tags are taken off.
 */
export function plain(value: string): string {
  // A value so long is none, and could nest deep.
  if (value.length > longest) return oneLine(value.slice(0, longest));
  return marked.test(value) ? textOf(parseDocument(value)) : oneLine(value);
}

const longest = 5000;

const marked =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8});|<\/(?:a|b|br|em|i|p|span|strong|sub|sup)>|<br\s?\/?>|^\s{0,9}<(?:p|div|span|h\d)\b/i;
