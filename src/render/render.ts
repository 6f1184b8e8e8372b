import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { atomFrame } from './atom.js';
import type { Document } from './document.js';
import { fileNames, mediaTypes } from './formats.js';
import type { Fragments } from './fragments.js';
import type { Frame } from './frame.js';
import { jsonFrame } from './json.js';
import { rssFrame } from './rss.js';

const formats = [
  { format: 'rss', frame: rssFrame },
  { format: 'atom', frame: atomFrame },
  { format: 'json', frame: jsonFrame },
] as const;

/**
 * Renders a feed in every format: RSS 2.0, Atom 1.0 and JSON Feed 1.1.
 *
 * @param entries of the feed, rendered
 */
export function render(feed: Feed<Headline>, entries: readonly Fragments[]): Document[] {
  return formats.map(({ format, frame }) => ({
    name: feed.folder + fileNames[format],
    mediaType: `${mediaTypes[format]}; charset=utf-8`,
    bytes: join(
      frame(feed),
      entries.map((entry) => entry[format]),
    ),
  }));
}

function join({ head, between, tail }: Frame, entries: readonly Uint8Array[]): Uint8Array {
  const comma = Buffer.from(between);
  const parted = entries.flatMap((entry, at) => (at === 0 ? [entry] : [comma, entry]));
  return Buffer.concat([Buffer.from(head), ...parted, Buffer.from(tail)]);
}
