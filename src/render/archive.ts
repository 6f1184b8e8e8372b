import type { Feed } from '../feed/feed.js';
import { fileNames, mediaTypes } from './formats.js';
import { escapeText } from './text.js';

/**
 * What the head of a feed says of its place in an archive (RFC 5005, 4; for RSS, appendix B): links to the documents
 * around it and, on an archive page, the mark that it is one.
 *
 * @param format of the document, and so of those that it links to
 * @returns elements for anywhere before the first entry
 */
export function archiveElements({ history }: Pick<Feed, 'history'>, format: 'rss' | 'atom'): string[] {
  const { current, previous, next } = history ?? {};
  return [
    ...(current === undefined ? [] : [link(format, 'current', current), archiveMark]),
    ...(previous === undefined ? [] : [link(format, 'prev-archive', previous)]),
    ...(next === undefined ? [] : [link(format, 'next-archive', next)]),
  ];
}

/** Declares its namespace itself, so that a feed that is no archive page has nothing to declare. */
const archiveMark = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>';

function link(format: 'rss' | 'atom', relation: string, base: string): string {
  const address = escapeText(base + fileNames[format]);
  return `<${linkNames[format]} rel="${relation}" type="${mediaTypes[format]}" href="${address}"/>`;
}

/** RSS borrows its links from Atom. */
const linkNames = { rss: 'atom:link', atom: 'link' } as const;
