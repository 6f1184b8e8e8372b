/** The name of each format's document in its feed's folder. */
export const fileNames = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
  opml: 'feeds.opml',
  page: 'index.html',
  embed: 'embed.html',
  pageStyle: 'page.css',
  feedStyle: 'feed.css',
  customStyle: 'custom.css',
} as const;

/** The way from a folder of documents to the output folder, empty or ending in `/`. */
export function rootFrom(folder: string): string {
  return '../'.repeat(folder.split('/').length - 1);
}

/** The media type of each format, without parameters. */
export const mediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  opml: 'text/x-opml',
} as const;

/** What the documents say made them. Without a version: an upgrade alone changes no bytes. */
export const generator = 'Feedmill';
