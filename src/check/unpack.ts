import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Answer } from '../syndicate/ask.js';
import { mostBytes } from './feed-file.js';

const unpackers: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: mostBytes }),
  'x-gzip': (bytes) => promisify(gunzip)(bytes, { maxOutputLength: mostBytes }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: mostBytes }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: mostBytes }),
};

/**
 * Unpacks what was sent compressed, never to more than any reader takes.
 *
 * @returns the bytes, or what keeps them from being had
 */
export async function unpacked({ headers, body, isCut }: Answer): Promise<Buffer | string> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (body.length > mostBytes) return `it is larger than ${mostBytes / 1_000_000} MB`;
  if (isCut) return 'the connection ended before the feed did';
  if (encoding === 'identity' || encoding === '') return body;
  const unpack = unpackers[encoding];
  if (!unpack) return `it is sent as "${encoding}", which was not asked for`;
  return unpack(body).catch(
    () => `it is not what it is sent as, "${encoding}", or larger than ${mostBytes / 1_000_000} MB`,
  );
}
