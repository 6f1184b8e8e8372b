import type { MediaType } from './media-type.js';

/**
 * What a browser may do with a document, as headers: articles come from writers, and nothing that they write is to run,
 * should it ever get by the cleaning.
 *
 * @param isLive whether the page has the script by which it follows the articles
 */
export function policyOf({ kind, type }: MediaType, isLive: boolean): string[] {
  // It is there to be framed, and needs nothing.
  if (kind === 'fragment') return [name, "default-src 'none'"];
  if (type.startsWith('image/svg')) return [name, "default-src 'none'; style-src 'unsafe-inline'"];
  if (!type.startsWith('text/html')) return [];
  return [name, isLive ? `${page}; script-src 'self'; connect-src 'self'` : page];
}

const name = 'Content-Security-Policy';

const page = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src * data:',
  'media-src *',
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
