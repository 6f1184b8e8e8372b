import type { Problem } from '../problems.js';
import type { License } from './license.js';

/** A moment in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** The formats of article files that Feedmill reads. */
export type Format = 'text' | 'markdown' | 'restructured' | 'html';

/** Somebody who wrote. An author without a name is not one. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly uri?: string;
  readonly avatar?: string;
}

/** An image as the author refers to it: `src` may be relative to the article's file. */
export interface Picture {
  readonly src: string;
  readonly alt?: string;
}

/** A media file as the author refers to it; `length` in bytes, `duration` in seconds. */
export interface Attachment {
  readonly src: string;
  readonly type?: string;
  readonly length?: number;
  readonly title?: string;
  readonly duration?: number;
}

/** Where an article appeared first, or what it was taken from; addresses are absolute. */
export interface Origin {
  /** The name of a paper, an agency, a site. */
  readonly title?: string;
  readonly url?: string;
  /** The feed in which it was. */
  readonly feed?: string;
}

/** What is told of an episode of a podcast as its author says it. */
export interface EpisodeFacts {
  readonly number?: number;
  readonly season?: number;
  readonly kind?: 'full' | 'trailer' | 'bonus';
  readonly explicit?: boolean;
  /** Plain text. */
  readonly subtitle?: string;
}

/** What an author says of an article as an episode of a podcast. */
export interface EpisodeStatements extends EpisodeFacts {
  /** The picture of the episode, where one is stated that is meant for that. */
  readonly image?: string;
  readonly transcripts?: readonly Transcript[];
  /** A file of chapters, in JSON. */
  readonly chapters?: string;
}

/** What is said in a recording, in writing, as the author refers to it. */
export interface Transcript {
  readonly src: string;
  readonly type?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** The text of an article, in the author's own markup, without any metadata. */
export interface Body {
  readonly markup: Format;
  readonly text: string;
  /** The line of the file on which `text` begins, from 1. */
  readonly line: number;
  /** What relative references count from, where the body itself says so (HTML `base`, a saved page's own address). */
  readonly base?: string;
}

/** Where a value was found: in which part of the file, and on which line of it. */
export interface Found {
  readonly in: 'front matter' | 'body' | 'path' | 'sidecar';
  readonly line?: number;
  /** Whether a date was counted from the time of the file, as "2 hours ago" is: it moves when the file is touched. */
  readonly relative?: true;
}

/** Why the author keeps an article back. */
export type Hold = 'draft' | 'hidden' | 'redirect';

/** What an author can say of an article. Everything is optional: files say little. */
export interface Statements {
  readonly title?: string;
  readonly published?: Instant;
  readonly updated?: Instant;
  /** When it is to be published no more. */
  readonly expires?: Instant;
  readonly authors?: readonly Person[];
  readonly tags?: readonly string[];
  /** BCP 47, as `en` or `pt-BR`. */
  readonly language?: string;
  /** Plain text. */
  readonly summary?: string;
  /** A permanent id the author gave. */
  readonly id?: string;
  /** The article's public address: absolute, or a path on the site. */
  readonly link?: string;
  /** The last segment of the permalink. */
  readonly slug?: string;
  readonly image?: Picture;
  readonly attachments?: readonly Attachment[];
  /** Who holds the rights, as a line of plain text. */
  readonly rights?: string;
  readonly license?: License;
  readonly origin?: Origin;
  /** Only of an article that attaches something. */
  readonly episode?: EpisodeStatements;
  readonly hold?: Hold;
}

/** The name of one statement. */
export type Field = keyof Statements;

/** What one part of a file (front matter, body, path) says, with the places it says it and what is wrong there. */
export interface Findings extends Statements {
  readonly found: Partial<Record<Field, Found>>;
  readonly problems: readonly Problem[];
}

/** What a body reader finds: statements, and the body without the lines that make them. */
export interface BodyFindings extends Findings {
  readonly body: Body;
}

/** What every reader is told. No clock and no environment: the same bytes always give the same article. */
export interface ReadContext {
  /** The file, relative to the articles folder, with `/`. */
  readonly path: string;
  /** The file's own time, from which relative dates ("2 hours ago") count. */
  readonly modified: Instant;
  /** IANA zone in which a date without a zone is taken. */
  readonly timezone: string;
  /** How many tags, and how many authors, an article may have; any number where left out. */
  readonly maxTags?: number;
  /** Largest article file, in bytes: by it goes how much of a text is looked into; all of it where left out. */
  readonly maxFileSize?: number;
}

/** What the author wrote. */
export interface Article extends Statements {
  /** The file, relative to the articles folder, with `/`. */
  readonly path: string;
  readonly format: Format;
  readonly body: Body;
  /** Where each statement was found. */
  readonly found: Partial<Record<Field, Found>>;
}
