import { basename } from 'node:path';

/**
 * A title for want of a better one: `daily-news_2` is "Daily news 2".
 *
 * @param folder absolute path
 */
export function readableName(folder: string): string {
  const words = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Feed' : words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
