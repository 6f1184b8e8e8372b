import type { EpisodeFacts, Instant, Origin, Person } from '../article/article.js';
import type { License } from '../article/license.js';

/** What a feed must know of an entry to choose and order it. */
export interface Headline {
  /** Permanent: an absolute IRI in ASCII, unique (RFC 4287, 4.2.6). */
  readonly id: string;
  /** Its place in the order in which entries were first published. Never moves. */
  readonly nth: number;
  /** Absolute public address of the article. */
  readonly permalink: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** First public. Never moves. */
  readonly published: Instant;
  /** Last significant change; never before `published`. */
  readonly updated: Instant;
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** The first folder the article lies in, if any. */
  readonly section?: string;
  /** Whether there is something to listen to, and podcasts are made. */
  readonly isEpisode?: true;
}

/** What is published: a headline with everything that readers show. All addresses are absolute. */
export interface Entry extends Headline {
  /** Plain text, a few sentences at most. */
  readonly summary: string;
  /** Safe HTML with absolute addresses. Empty where feeds carry summaries alone. */
  readonly content: string;
  readonly image?: Illustration;
  /** Of an episode, what is to be listened to comes first. */
  readonly enclosures: readonly Enclosure[];
  /** Who holds the rights, where that is not the site: plain text. */
  readonly rights?: string;
  /** What others may do with it, where the site does not say so of all entries. */
  readonly license?: License;
  /** Where it appeared first, or what it was taken from. */
  readonly origin?: Origin;
  readonly episode?: Episode;
}

/** What podcasts tell of an entry. */
export interface Episode extends EpisodeFacts {
  /** Address of its picture: square, and large. */
  readonly image?: string;
  readonly transcripts: readonly Transcript[];
  /** Address of its chapters, in JSON. */
  readonly chapters?: string;
}

/** What is said in a recording, in writing. */
export interface Transcript {
  readonly url: string;
  readonly type: string;
  /** BCP 47. */
  readonly language?: string;
}

/** The lead image. */
export interface Illustration {
  readonly url: string;
  readonly type?: string;
  /** Bytes. */
  readonly length?: number;
  readonly alt?: string;
}

/** Attached media, with its true type and, where it can be known, its true length in bytes. */
export interface Enclosure {
  readonly url: string;
  readonly type: string;
  readonly length?: number;
  readonly title?: string;
  /** Seconds. */
  readonly duration?: number;
}
