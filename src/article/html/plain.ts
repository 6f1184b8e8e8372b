import { parseDocument } from 'htmlparser2';
import { oneLine } from './one-line.js';
import { textOf } from './text.js';

/**
 * A value of an attribute or of JSON as plain text on one line. Writers of pages often escape twice, and some leave
 * tags in: character references are decoded, paired tags are taken off.
 */
export function plain(value: string): string {
  return marked.test(value) ? textOf(parseDocument(value)) : oneLine(value);
}

const marked =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8});|<\/(?:a|b|br|em|i|p|span|strong|sub|sup)>|<br\s?\/?>/i;
