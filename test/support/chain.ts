import { all, one, readXml, textOf } from './xml.js';

/** An entry as an independent client found it. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  /** The document in which it was found. */
  readonly document: string;
}

/**
 * Walks the documents of a feed back from the current one, as RFC 5005 has it, in one format.
 *
 * @param read the text at an address
 * @param start the address of the current document
 * @returns every entry of every document on the way, in the order in which they were found
 */
export function walkChain(read: (address: string) => string, start: string): Found[] {
  const found: Found[] = [];
  const visited = new Set<string>();
  for (let address: string | undefined = start; address !== undefined; ) {
    if (visited.has(address)) throw new Error(`The chain comes back to ${address}`);
    visited.add(address);
    const page: Page = start.endsWith('.json') ? readJson(read(address)) : readFeed(read(address));
    for (const entry of page.entries) found.push({ ...entry, document: address });
    if (address !== start && page.current !== undefined && page.current !== start)
      throw new Error(`${address} does not lead to ${start}`);
    address = page.previous;
  }
  return found;
}

interface Page {
  readonly entries: readonly Omit<Found, 'document'>[];
  readonly previous: string | undefined;
  readonly current: string | undefined;
}

function readJson(text: string): Page {
  const { items, next_url: previous } = JSON.parse(text);
  return {
    entries: items.map((item: Record<string, string>) => ({
      id: item.id,
      title: item.title,
      published: item.date_published,
      updated: item.date_modified,
    })),
    previous,
    current: undefined,
  };
}

function readFeed(text: string): Page {
  const root = readXml(text);
  const isRss = root.name === 'rss';
  const feed = isRss ? one(root, 'channel') : root;
  const links = new Map(
    all(feed, isRss ? 'atom:link' : 'link').map(({ attributes }) => [attributes.rel, attributes.href]),
  );
  const entries = all(feed, isRss ? 'item' : 'entry').map((entry) => ({
    id: textOf(entry, isRss ? 'guid' : 'id'),
    title: textOf(entry, 'title'),
    published: textOf(entry, isRss ? 'pubDate' : 'published'),
    updated: isRss ? '' : textOf(entry, 'updated'),
  }));
  return { entries, previous: links.get('prev-archive'), current: links.get('current') };
}
