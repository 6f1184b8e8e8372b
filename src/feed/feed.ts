import type { Instant, Person } from '../article/article.js';
import type { License } from '../article/license.js';
import type { Podcast } from '../config/config.js';
import type { Entry, Headline } from '../entry/entry.js';

/** An ordered selection of entries with the facts of its channel. Knows no format. */
export interface Feed<E extends Headline = Entry> {
  /** Where its documents lie below the output folder: empty for the main feed, else as `tags/sport/`. */
  readonly folder: string;
  /** Permanent id of the feed, an absolute IRI. */
  readonly id: string;
  readonly title: string;
  /** What its entries share, as most of them write it; empty for the main feed. */
  readonly label: string;
  readonly description: string;
  /** The site's page for people. */
  readonly home: string;
  /** What the documents' own addresses begin with, ending in `/`. */
  readonly base: string;
  readonly language: string;
  readonly authors: readonly Person[];
  readonly rights?: string;
  /** What others may do with its entries, where these say nothing else. */
  readonly license?: License;
  /** The latest `updated` of its entries. */
  readonly updated: Instant;
  /** Newest first. */
  readonly entries: readonly E[];
  /** Entries that were withdrawn not long ago, the latest first (RFC 6721). */
  readonly withdrawn: readonly Withdrawal[];
  /** WebSub servers that tell its subscribers of changes; nothing where there are none, or nobody subscribes to it. */
  readonly hubs?: readonly string[];
  /** What it says of itself as a podcast; nothing where it is none. */
  readonly podcast?: Show;
  /** Where its older entries are; nothing where there are none to be had. */
  readonly history?: History;
}

/** What a podcast says of itself. */
export interface Show extends ShowFacts {
  readonly author: string;
  readonly owner?: { readonly name: string; readonly email: string };
  /** Address of its picture. */
  readonly image?: string;
}

/** What it says as the config does. */
type ShowFacts = Pick<
  Podcast,
  'categories' | 'explicit' | 'type' | 'locked' | 'funding' | 'guid' | 'complete' | 'newFeedUrl'
>;

/** An entry that was published and is no more. */
export interface Withdrawal {
  readonly id: string;
  readonly at: Instant;
}

/**
 * The place of a feed among the documents that together hold all its entries (RFC 5005, 4): the current ones, to which
 * people subscribe, and archive pages, which never change. Each is named by what its documents' addresses begin with,
 * ending in `/`.
 */
export interface History {
  /** The feed to which people subscribe, where this one is a page of its archive. */
  readonly current?: string;
  /** The archive page with the entries before these. */
  readonly previous?: string;
  /** The archive page with the entries after these. */
  readonly next?: string;
  /** The folder of all pages, where this is the feed to which people subscribe; without a `/` at its end. */
  readonly pages?: string;
}
