/** The name of each format's document in its feed's folder. */
export const fileNames = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json', opml: 'feeds.opml' } as const;

/** The media type of each format, without parameters. */
export const mediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  opml: 'text/x-opml',
} as const;

/** What the documents say made them. Without a version: an upgrade alone changes no bytes. */
export const generator = 'Feedmill';
