import { mediaType } from '../entry/media-types.js';

/** What a document is to those who ask for it, and to whoever counts them. */
export type Kind = 'rss' | 'atom' | 'json' | 'html' | 'fragment' | 'other';

/** How a document is told over HTTP. */
export interface MediaType {
  readonly kind: Kind;
  /** As in `Content-Type`. */
  readonly type: string;
  /** Whether it becomes smaller when it is encoded; pictures and sound are that already. */
  readonly isText: boolean;
}

/** Documents that are known by their whole names: in other folders `feed.json` would be any JSON. */
const documents: Readonly<Record<string, Pick<MediaType, 'kind' | 'type'>>> = {
  'rss.xml': { kind: 'rss', type: 'application/rss+xml' },
  'atom.xml': { kind: 'atom', type: 'application/atom+xml' },
  'feed.json': { kind: 'json', type: 'application/feed+json' },
  'embed.html': { kind: 'fragment', type: 'text/html' },
  'feeds.opml': { kind: 'other', type: 'text/x-opml' },
};

const texts: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  txt: 'text/plain',
  xml: 'application/xml',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** The media type of a document, by its name. */
export function mediaTypeOf(name: string): MediaType {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const known = documents[file];
  if (known) return { kind: known.kind, type: `${known.type}; charset=utf-8`, isText: true };
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const text = texts[ending];
  if (text)
    return { kind: ending === 'html' ? 'html' : 'other', type: `${text}; charset=utf-8`, isText: true };
  return { kind: 'other', type: mediaType(name) ?? 'application/octet-stream', isText: false };
}

/** Whether a document is one that people subscribe to, and no page of its archive, which never changes. */
export function isSubscribable(name: string, kind: Kind): boolean {
  return isFeed(kind) && archivePageOf(name) === undefined;
}

/** The number of the page of an archive that a document is of, if it is of one; they are numbered from the oldest on. */
export function archivePageOf(name: string): number | undefined {
  const page = /(?:^|\/)archive\/(\d+)\/[^/]+$/.exec(name)?.[1];
  return page === undefined ? undefined : Number(page);
}

/** Whether a document is a feed, in one of its formats. */
export function isFeed(kind: Kind): kind is 'rss' | 'atom' | 'json' {
  return kind === 'rss' || kind === 'atom' || kind === 'json';
}

/** Whether a document is a feed in XML. */
export function isXml(kind: Kind): boolean {
  return kind === 'rss' || kind === 'atom';
}

/**
 * Whether a client is a browser that shows a page, and no reader of feeds: browsers never ask for feeds by name.
 *
 * @param accepted the field `Accept`
 */
export function isBrowser(accepted: string | undefined): boolean {
  return accepted?.includes('text/html') === true && !/rss|atom|feed/i.test(accepted);
}
