import { readingFolder } from '../config/defaults.js';
import { archivePageOf, isFeed, mediaTypeOf } from '../serve/media-type.js';

/**
 * The order in which documents are brought to where others read them: parts first, what leads to them afterwards, and
 * the page at which readers begin at the very end. So whoever follows a document to another finds that one.
 *
 * @param names of documents, relative to the output folder, with `/`
 * @returns those that may be brought side by side, one group after the other
 */
export function wavesOf(names: Iterable<string>): string[][] {
  const waves = new Map<number, string[]>();
  for (const name of new Set(names)) {
    const rank = rankOf(name);
    const wave = waves.get(rank);
    if (wave === undefined) waves.set(rank, [name]);
    else wave.push(name);
  }
  return [...waves].sort(([one], [other]) => one - other).map(([, wave]) => wave.sort());
}

/** Whether others are found through a document. */
export function isLeading(name: string): boolean {
  return rankOf(name) > archives.first;
}

/** Pages of an archive lead to older ones: they have their numbers for ranks, of which there are many. */
const archives = { first: 2, last: 1_000_000_000 };

const afterwards = archives.last + 1;

/** How many documents lie between this one and the end of all ways, roughly: what it leads to has a smaller rank. */
function rankOf(name: string): number {
  if (name === 'index.html') return afterwards + 4;
  const file = name.slice(name.lastIndexOf('/') + 1);
  const page = archivePageOf(name);
  if (page !== undefined) return Math.min(archives.first + page, archives.last);
  if (name.startsWith(`${readingFolder}/`) && file.endsWith('.html')) return 1;
  if (name === 'feeds.opml') return afterwards + 3;
  if (isFeed(mediaTypeOf(name).kind)) return name === file ? afterwards + 1 : afterwards;
  return file === 'index.html' || file === 'embed.html' ? afterwards + 2 : 0;
}
