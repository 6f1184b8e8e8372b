import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './encoding.js';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Brotli makes little more of a feed beyond this, and takes ten times as long. */
const quality = 5;

/** Encodes the bytes of a document, beside the thread that asks. */
export function encode(bytes: Uint8Array, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  if (coding === 'gzip') return zip(bytes);
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
