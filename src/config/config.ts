import type { Person } from '../article/article.js';
import type { License } from '../article/license.js';

/** Which groups get feeds of their own. */
export interface Groups {
  readonly tags: boolean;
  readonly authors: boolean;
  readonly sections: boolean;
  readonly languages: boolean;
}

/** A file of the user's that pages show. */
export interface Asset {
  /** Absolute path. */
  readonly file: string;
  /** How the file stood before it was read. */
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

/** The pages for people. */
export interface Pages {
  /** Colour of links and marks, as CSS has it. */
  readonly accent?: string;
  /** Image beside the title. */
  readonly logo?: Asset;
  /** Style sheet that counts after that of the pages. */
  readonly css?: Asset;
  /** How many entries the fragment for other sites shows; nothing where there is none. */
  readonly embed?: number;
  /** Folder below the output folder in which each entry that a feed shows has a page; nothing where it has none. */
  readonly articles?: string;
}

/** What a podcast says of itself, as the config has it. */
export interface Podcast {
  /** Whether the config asks for one: then it has a feed of its own, with the episodes alone. */
  readonly asked: boolean;
  readonly title?: string;
  readonly description?: string;
  /** Apple's categories, each with the one within it, if it has any. */
  readonly categories: readonly (readonly [name: string, within?: string])[];
  readonly explicit?: boolean;
  readonly author?: string;
  readonly owner?: { readonly name?: string; readonly email: string };
  /** Picture of the podcast: its file, or its address. */
  readonly artwork?: Asset | string;
  /** Why directories would not take that file. */
  readonly artworkFault?: string;
  readonly type?: 'episodic' | 'serial';
  /** Whether no other host may take it over. */
  readonly locked?: boolean;
  readonly funding: readonly { readonly url: string; readonly text: string }[];
  /** Its id at Podcast Index. */
  readonly guid?: string;
  /** Whether no more episodes will come. */
  readonly complete?: boolean;
  /** Where its feed went. */
  readonly newFeedUrl?: string;
}

/** Everything the mill needs to know, with every default filled in. Made once, at the door. */
export interface ResolvedConfig {
  /** Absolute path of the config file, where there is one. */
  readonly configFile?: string;
  /** Absolute path of the folder of articles. */
  readonly articles: string;
  /** Absolute path of the folder for documents. */
  readonly output: string;
  /** Absolute path of the folder for what is remembered. */
  readonly state: string;
  /** Public address of the site, absolute, ending in `/`. */
  readonly site: string;
  /** False where `site` is only the default, so that nobody but this machine can follow the links. */
  readonly siteGiven: boolean;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA zone for dates without one. */
  readonly timezone: string;
  /** The authors of articles that name none. */
  readonly authors: readonly Person[];
  /** How many entries a feed shows at most; `Infinity` for all. */
  readonly limit: number;
  /** How many bytes a document of a feed has at most, if its newest entry is no longer; `Infinity` for any. */
  readonly maxBytes: number;
  /** Whether archive pages hold the entries that a feed no longer shows. */
  readonly archive: boolean;
  /** Days for which Atom tells that an article was withdrawn. */
  readonly tombstones: number;
  /** Whether feeds carry the whole text, or the summary alone. */
  readonly fullText: boolean;
  /** Pattern of permalinks for articles that state none, as `/:path/`. */
  readonly permalink: string;
  readonly feeds: Groups;
  /** What is said where entries carry recordings; nothing where that is to make no podcast. */
  readonly podcast?: Podcast;
  /** Pages beside the feeds; nothing where there are to be none. */
  readonly pages?: Pages;
  /** Copyright line of the feeds. */
  readonly rights?: string;
  /** What others may do with the entries. */
  readonly license?: License;
  /** Whether the text of each entry ends with a line that says where it appeared. */
  readonly credit: boolean;
  /** WebSub servers that tell subscribers of the feeds, by their addresses. */
  readonly hub: readonly string[];
  readonly websub: {
    /** Whether the hubs are told of changes. */
    readonly announce: boolean;
    /** Whether hubs, and the site, may be on this machine or in this network alone. */
    readonly private: boolean;
  };
  /** The store to which the documents are brought; nothing where they stay in the output folder. */
  readonly publish?: PublishConfig;
  /** Largest article file that is read, in bytes. */
  readonly maxFileSize: number;
  /** How many tags, and how many authors, an article may have. */
  readonly maxTags: number;
  /** How far links in the articles folder are followed: not at all, to what lies in it, or anywhere. */
  readonly followLinks: false | 'inside' | 'anywhere';
  /** How many threads help with large folders; nothing where that is a matter of the machine. */
  readonly workers?: number;
  readonly watch: {
    /** Milliseconds a file must stay the same before it is read. */
    readonly settle: number;
    /** Milliseconds between two scans of the whole folder. */
    readonly rescan: number;
    /** Whether to ask the file system again and again instead of trusting its events. */
    readonly poll: boolean;
  };
  readonly serve: ServeConfig;
}

/** Where documents are brought, and how they are told there. */
export interface PublishConfig {
  readonly bucket: string;
  /** Address of the store; a matter of the environment where it is left out, as the region is. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Folder in the bucket, empty or ending in `/`. */
  readonly prefix: string;
  /** Seconds for which a document need not be asked for again. */
  readonly maxAge: number;
  readonly encoding: 'none' | 'gzip';
  /** Whether the bucket stands in the path of addresses, or in the name of the host. */
  readonly pathStyle?: boolean;
}

/** How documents are served over HTTP. */
export interface ServeConfig {
  /** Name or address of this machine at which requests are taken. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Seconds for which an answer need not be asked for again. */
  readonly maxAge: number;
  /** Whether an open page follows the articles, where nobody but this machine can see it. */
  readonly live: boolean;
  /** Where documents went for good, by the paths at which they were. */
  readonly moved: Readonly<Record<string, string>>;
  /** Paths at which there were documents that are no more. */
  readonly ended: readonly string[];
}
