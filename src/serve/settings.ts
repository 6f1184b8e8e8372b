import type { ServeConfig } from '../config/config.js';
import type { Level } from '../problems.js';

/** What the server has to know of the config. */
export interface Settings extends ServeConfig {
  /** Absolute path of the folder of the documents. */
  readonly output: string;
  /** Public address of the site, ending in `/`: documents say that they are below it. Where none is given, it is where the server listens. */
  readonly site: string | undefined;
  /** Addresses of WebSub servers. */
  readonly hub: readonly string[];
}

/** A problem as an open page tells it. */
export interface Finding {
  readonly level: Level;
  readonly message: string;
  readonly help: string;
  readonly path?: string;
  readonly line?: number;
}

/** How the run stands, apart from its documents. */
export interface State {
  /** Turns of the mill. */
  readonly builds: number;
  /** When the last one began, in milliseconds since 1970, and how many milliseconds it took. */
  readonly at: number;
  readonly milliseconds: number;
  readonly articles: number;
  readonly entries: number;
  /** Whether all documents are on disk as they should be. */
  readonly isWritten: boolean;
  /** Problems there are now, by level. */
  readonly levels: Readonly<Record<Level, number>>;
  /** The worst of them. */
  readonly findings: readonly Finding[];
}

/** What documents there are, and which of them are other than before. */
export interface News {
  /** Absolute path of their folder. */
  readonly output: string;
  /** Names of those that were written; those that are there and were not known. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** What the thread of the server is told. */
export type Told =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'news'; readonly news: News; readonly state: State }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'end' };

/** What the thread of the server says: to each settings where it listens, or why it cannot; and that it has ended. */
export type Said =
  | { readonly kind: 'listening'; readonly address: string; readonly port: number }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string }
  | { readonly kind: 'ended' };
