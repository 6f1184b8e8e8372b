import type { Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { atomFrame } from './atom.js';
import type { Document } from './document.js';
import { fileNames, mediaTypes, rootFrom } from './formats.js';
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
 * @param note what a browser shows above the feed, in XHTML, and with it the way to `feed.css`
 */
export function render(feed: Feed<Headline>, entries: readonly Fragments[], note?: string): Document[] {
  return formats.map(({ format, frame }) => ({
    name: feed.folder + fileNames[format],
    mediaType: `${mediaTypes[format]}; charset=utf-8`,
    bytes: join(
      note === undefined || format === 'json' ? frame(feed) : shown(frame(feed), feed.folder, note),
      entries.map((entry) => (format === 'rss' && feed.podcast && entry.podcast) || entry[format]),
    ),
  }));
}

/**
 * Names the style sheet in which a browser shows the document (Associating Style Sheets with XML documents, 1.0), and what
 * it shows first. The package `feed` can name one too, but declares it to be XSLT.
 */
function shown(frame: Frame, folder: string, note: string): Frame {
  const link = `<?xml-stylesheet type="text/css" href="${rootFrom(folder)}${fileNames.feedStyle}"?>`;
  const head = frame.head
    .replace('?>', `?>\n${link}`)
    .replace(/<channel>|<feed [^>]*>/, (start) => start + note);
  return { ...frame, head };
}

function join({ head, between, tail }: Frame, entries: readonly Uint8Array[]): Uint8Array {
  const comma = Buffer.from(between);
  const parted = entries.flatMap((entry, at) => (at === 0 ? [entry] : [comma, entry]));
  return Buffer.concat([Buffer.from(head), ...parted, Buffer.from(tail)]);
}
