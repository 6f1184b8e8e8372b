/** The groups that can have feeds of their own. */
export const groupNames = ['tags', 'authors', 'sections', 'languages'] as const;

/** The name of one group. */
export type GroupName = (typeof groupNames)[number];

/** The folder of the output folder in which entries have pages to read. */
export const readingFolder = 'articles';

/** What counts where neither the command line nor a config file says anything. */
export const defaults = {
  site: 'http://127.0.0.1:8080/',
  language: 'en',
  timezone: 'UTC',
  limit: 50,
  archive: false,
  tombstones: 30,
  fullText: true,
  credit: false,
  permalink: '/:path/',
  /** Where entries have pages to read. */
  readingPermalink: `/${readingFolder}/:path/`,
  pages: true,
  embed: 5,
  articles: 'articles',
  output: 'output',
  maxFileSize: '10 MB',
  maxTags: 100,
  followLinks: false,
  settle: 200,
  rescan: 60_000,
  poll: false,
  host: '127.0.0.1',
  port: 8080,
  maxAge: 300,
  live: true,
  announce: true,
  privateHubs: false,
  encoding: 'none',
} as const;
