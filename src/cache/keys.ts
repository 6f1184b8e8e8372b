import type { ResolvedConfig } from '../config/config.js';

/** By what it is known whether a cache is of the same kind. */
export interface Keys {
  /** By what articles are read: where it differs, nothing of the cache counts. */
  readonly reader: string;
  /** By what documents are made: where it differs, they are made anew. */
  readonly maker: string;
}

/** The form of the rows. */
const form = 1;

/**
 * The keys of a run.
 *
 * @param version of the program: another one may read and make otherwise
 */
export function keysOf(config: ResolvedConfig, version: string): Keys {
  const {
    timezone,
    maxFileSize,
    maxTags,
    articles: _,
    state: __,
    configFile: ___,
    watch: ____,
    workers: _____,
    followLinks: ______,
    ...site
  } = config;
  const reader = JSON.stringify([form, version, timezone, maxFileSize, maxTags]);
  // JSON has no word for "without limit".
  const maker = JSON.stringify(site, (_key, value: unknown) => (value === Infinity ? 'Infinity' : value));
  return { reader, maker };
}
