import { createHash } from 'node:crypto';
import type { Asset, ResolvedConfig } from '../config/config.js';

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
    publish: _______,
    pages,
    podcast,
    ...site
  } = config;
  const reader = JSON.stringify([form, version, timezone, maxFileSize, maxTags]);
  // JSON has no word for "without limit".
  const files = { logo: digestOf(pages?.logo), css: digestOf(pages?.css) };
  const { artwork } = podcast ?? {};
  const picture = typeof artwork === 'object' ? digestOf(artwork) : artwork;
  const maker = JSON.stringify(
    {
      ...site,
      pages: pages && { ...pages, ...files },
      podcast: podcast && { ...podcast, artwork: picture },
    },
    (_key, value: unknown) => (value === Infinity ? 'Infinity' : value),
  );
  return { reader, maker };
}

function digestOf(asset: Asset | undefined): string | undefined {
  return asset && createHash('sha256').update(asset.file).update(asset.bytes).digest('base64url');
}
