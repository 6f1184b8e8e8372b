import { SaxesParser } from 'saxes';

/** How a document of each kind ends. */
const ends = { 'rss.xml': '</rss>', 'atom.xml': '</feed>', 'feeds.opml': '</opml>' };

/**
 * Reads a document to its end, as a strict client does.
 *
 * @param {string} name of the document; the file name tells its format
 * @param {Buffer} bytes
 * @returns {string | undefined} what is wrong with it; nothing where it is whole
 */
export function faultOf(name, bytes) {
  const text = bytes.toString('utf8');
  const format = name.slice(name.lastIndexOf('/') + 1);
  if (text === '') return 'empty';
  try {
    if (format === 'feed.json') {
      return Array.isArray(JSON.parse(text).items) ? undefined : 'no items';
    }
    const end = Object.entries(ends).find(([one]) => one === format)?.[1];
    if (end === undefined) return 'of no known kind';
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    return text.trimEnd().endsWith(end) ? undefined : 'cut off';
  } catch (error) {
    return String(error);
  }
}
