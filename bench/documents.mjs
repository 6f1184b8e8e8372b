import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The documents of a feed, and by what an entry in them is told. */
export const documents = new Map([
  ['rss.xml', '<item>'],
  ['atom.xml', '<entry'],
  ['feed.json', '"content_html":'],
]);

/**
 * Fails where the documents do not hold what they should, so that nothing fast and wrong is measured.
 *
 * @param {string} folder
 * @param {{ title: string, entries?: number }} expected
 */
export function checkDocuments(folder, { title, entries }) {
  for (const [name, mark] of documents) {
    const file = join(folder, name);
    const text = readFileSync(file);
    if (!text.includes(title)) throw new Error(`"${file}" does not hold "${title}"`);
    const found = count(text, mark);
    if (entries !== undefined && found !== entries)
      throw new Error(`"${file}" holds ${found} entries, not ${entries}`);
  }
}

/** @param {Buffer} text @param {string} mark */
function count(text, mark) {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++;
  return found;
}
