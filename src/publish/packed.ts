import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../serve/media-type.js';

/** How documents are told to whoever fetches them. */
export interface Terms {
  /** Seconds for which a document need not be asked for again. */
  readonly maxAge: number;
  readonly encoding: 'none' | 'gzip';
}

/** A document as a store is to have it. */
export interface Packed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The headers with which a store is to send a document.
 *
 * @param name of the document
 */
export function headersOf(name: string, { maxAge, encoding }: Terms): Readonly<Record<string, string>> {
  const { type, isText } = mediaTypeOf(name);
  return {
    'Content-Type': type,
    'Cache-Control': `public, max-age=${maxAge}`,
    ...(isText && encoding === 'gzip' && { 'Content-Encoding': 'gzip' }),
  };
}

/** Tells apart what a store is to have: the same bytes with other headers are something else. */
export function digestOf(name: string, bytes: Uint8Array, terms: Terms): string {
  return createHash('sha256')
    .update(JSON.stringify(headersOf(name, terms)))
    .update(bytes)
    .digest('base64url')
    .slice(0, 22);
}

/** Makes of a document what is sent to the store. */
export function packed(name: string, bytes: Uint8Array, terms: Terms): Packed {
  const headers = headersOf(name, terms);
  return { headers, body: headers['Content-Encoding'] === 'gzip' ? gzipSync(bytes) : bytes };
}
