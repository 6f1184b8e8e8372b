import type { GroupName } from './defaults.js';

/** An author as a config file names one: a line as `Ana Ruiz <ana@example.org>`, or the parts. */
export type ConfigAuthor = string | { name: string; email?: string; uri?: string };

/** What a user writes. Every key is optional; relative folders count from the folder of the config file. */
export interface Config {
  /** Address of the JSON Schema, for editors. */
  $schema?: string;
  /** Public address of the site. */
  site?: string;
  /** Title of the feeds; made from the name of the articles folder where it is left out. */
  title?: string;
  /** What the feeds are about, in a sentence; the title where it is left out. */
  description?: string;
  /** Language of the articles that state none, as "en" or "pt-BR". */
  language?: string;
  /** Time zone of dates that state none, as "Europe/Lisbon". */
  timezone?: string;
  /** Authors of the articles that name none: a byline, or a list of bylines and {name, email, uri}. */
  authors?: string | ConfigAuthor[];
  /** How many entries a feed shows; 0 shows all. */
  limit?: number;
  /** Largest document of a feed: bytes, or a size as "1 MB"; older entries give way. */
  maxBytes?: number | string;
  /** Whether archive pages hold the entries that a feed no longer shows. */
  archive?: boolean;
  /** Days for which Atom tells that an article was withdrawn; 0 for never. */
  tombstones?: number;
  /** Whether feeds carry whole articles, or summaries alone. */
  fullText?: boolean;
  /** Permalinks of articles that state none: a path of :path, :slug, :year, :month, :day, :section and :title. */
  permalink?: string;
  /** Which groups get feeds of their own: true for all, or a list of tags, authors, sections, languages. */
  feeds?: boolean | 'all' | GroupName[] | { [name in GroupName]?: boolean };
  /** What podcast feeds say of the podcast, where articles attach recordings; true for a feed of the episodes alone, false for none. */
  podcast?:
    | boolean
    | {
        /** Title of the podcast; that of the feeds where it is left out. */
        title?: string;
        /** What the podcast is about, in up to 4000 characters. */
        description?: string;
        /** Up to three of Apple's categories, as "News" or "Society & Culture > Documentary". */
        category?: string | string[];
        /** Whether there is language in it that is not for everybody. */
        explicit?: boolean;
        /** Who makes it; the authors of the config where it is left out. */
        author?: string;
        /** Whom directories write to. */
        owner?: { name?: string; email: string };
        /** Its picture, a JPEG or PNG file, square, of 1400 to 3000 pixels a side; or the address of one. */
        image?: string;
        /** Whether the latest episode comes first, or the first one. */
        type?: 'episodic' | 'serial';
        /** Whether no other host may take it over. */
        locked?: boolean;
        /** Where listeners can give money. */
        funding?: { url: string; text?: string } | { url: string; text?: string }[];
        /** Its id at Podcast Index: a UUID; made from the address of its feed where it is left out. */
        guid?: string;
        /** Whether no more episodes will come. */
        complete?: boolean;
        /** Where its feed went for good. */
        newFeedUrl?: string;
      };
  /** Pages for people beside the feeds; false for none. */
  pages?:
    | boolean
    | {
        /** Colour of links and marks, as "#0a6" or "teal". */
        accent?: string;
        /** Image file that stands beside the title. */
        logo?: string;
        /** Style sheet of yours, which counts after that of the pages. */
        css?: string;
        /** Whether each entry has a page on which it can be read; where left out, if no "site" is given. */
        articles?: boolean;
        /** How many entries "embed.html" shows, the fragment that other sites can include; 0 for none. */
        embed?: number;
      };
  /** Folder of the articles. */
  articles?: string;
  /** Folder for the documents. */
  output?: string;
  /** Folder for what is remembered; ".feedmill" in the articles folder where it is left out. */
  state?: string;
  /** Copyright line of the feeds. */
  rights?: string;
  /** What others may do with the articles: the address of a licence, or a name as "CC BY 4.0". */
  license?: string;
  /** Whether the text of each entry ends with a line that says where it appeared first. */
  credit?: boolean;
  /** WebSub servers that tell subscribers of the feeds: an address, or a list. */
  hub?: string | string[];
  /** How the hubs are told of changes. */
  websub?: {
    /** Whether the hubs are told which feeds changed, when they are written. */
    announce?: boolean;
    /** Whether hubs, and the site, may be on this machine or in this network alone. */
    private?: boolean;
  };
  /** Store to which "feedmill publish", "watch" and "serve" bring the documents; credentials come from the environment. */
  publish?: {
    /** Name of the bucket. */
    bucket: string;
    /** Address of the store, without the bucket; that of AWS where it is left out. */
    endpoint?: string;
    /** Region of the bucket. */
    region?: string;
    /** Folder in the bucket. */
    prefix?: string;
    /** Seconds for which readers and caches need not ask again. */
    maxAge?: number;
    /** How texts are kept in the store: "gzip" sends fewer bytes, to readers that must understand it. */
    encoding?: 'none' | 'gzip';
    /** Whether the bucket stands in the path of addresses, or in the name of the host; where left out, in the path, but at AWS. */
    pathStyle?: boolean;
  };
  /** Largest article file that is read: bytes, or a size as "10 MB". */
  maxFileSize?: number | string;
  /** Most tags, and most authors, that an article may have. */
  maxTags?: number;
  /** Whether links in the articles folder are followed: "inside" where they lead into it, "anywhere" out of it, too. */
  followLinks?: false | 'inside' | 'anywhere';
  /** Threads that help with large folders; where left out, as many as there are processors but one, three at most. */
  workers?: number;
  /** How the watcher works. */
  watch?: {
    /** Milliseconds a file must stay the same before it is read. */
    settle?: number;
    /** Milliseconds between two scans of the whole folder. */
    rescan?: number;
    /** Whether to look at the files again and again, as network folders need. */
    poll?: boolean;
  };
  /** How "feedmill serve" answers. */
  serve?: {
    /** Name or address of this machine at which requests are taken; "0.0.0.0" takes them from everywhere. */
    host?: string;
    /** Port; 0 for any that is free. */
    port?: number;
    /** Seconds for which readers and proxies need not ask again. */
    maxAge?: number;
    /** Whether a page that is open on this machine follows the articles. */
    live?: boolean;
    /** Where documents went for good: paths, each with the path or the address that took its place. */
    moved?: Record<string, string>;
    /** Paths at which there were documents that are no more. */
    ended?: string[];
  };
}

/**
 * Gives a config in JavaScript its types, so that an editor completes it; changes nothing.
 *
 * @example
 * ```js
 * // feedmill.config.js
 * import { defineConfig } from 'feedmill';
 *
 * export default defineConfig({ site: 'https://example.org/', title: 'The Example' });
 * ```
 */
export function defineConfig(config: Config): Config {
  return config;
}
