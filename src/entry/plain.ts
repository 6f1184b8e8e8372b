import { clean } from '../characters.js';

/**
 * Plain text as every format can carry it: one line, no forbidden characters. An end tag that the text only mentions
 * is set a little apart, since feed validators and some readers take text that holds one for HTML.
 */
export function plain(text: string): string {
  return levelled(clean(text))
    .replace(/<\/([a-z][a-z0-9]*)>/gi, '</$1 >')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is opened for text of the other direction and not closed would turn around what readers show behind it. */
function levelled(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/.test(text)) return text;
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  const isClosed =
    count(/[\u202A\u202B]/g) === count(/\u202C/g) && count(/[\u2066-\u2068]/g) === count(/\u2069/g);
  return isClosed ? text : text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}
