import { clean } from '../characters.js';

/**
 * Plain text as every format can carry it: one line, no forbidden characters. An end tag that the text only mentions
 * is set a little apart, since feed validators and some readers take text that holds one for HTML.
 */
export function plain(text: string): string {
  return clean(text)
    .replace(/<\/([a-z][a-z0-9]*)>/gi, '</$1 >')
    .replace(/\s+/g, ' ')
    .trim();
}
