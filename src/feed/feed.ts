import type { Instant, Person } from '../article/article.js';
import type { Entry, Headline } from '../entry/entry.js';

/** An ordered selection of entries with the facts of its channel. Knows no format. */
export interface Feed<E extends Headline = Entry> {
  /** Where its documents lie below the output folder: empty for the main feed, else as `tags/sport/`. */
  readonly folder: string;
  /** Permanent id of the feed, an absolute IRI. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The site's page for people. */
  readonly home: string;
  /** What the documents' own addresses begin with, ending in `/`. */
  readonly base: string;
  readonly language: string;
  readonly authors: readonly Person[];
  readonly rights?: string;
  /** The latest `updated` of its entries. */
  readonly updated: Instant;
  /** Newest first. */
  readonly entries: readonly E[];
}
