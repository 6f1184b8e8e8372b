import { urlOf } from '../article/html/url.js';

/**
 * Makes a reference absolute.
 *
 * @param reference as the author wrote it, absolute or relative
 * @param base an absolute address
 * @returns the address in ASCII, with every character escaped that RFC 3986 does not allow; nothing where the
 *   reference cannot be an address
 */
export function absolute(reference: string, base: string): string | undefined {
  const url = urlOf(reference.trim(), base);
  if (!url || /[^\w.:-]/.test(url.host)) return undefined;
  const start = url.host === '' ? 0 : url.href.indexOf(url.host) + url.host.length;
  const rest = url.href.slice(start).replace(/[[\]|\\^`{}<>" ]/g, encodeURIComponent);
  return url.href.slice(0, start) + rest;
}

/** Whether an address leads to the web. */
export function isWeb(address: string): boolean {
  return /^https?:\/\/[^/]/i.test(address);
}

/** The address of a file that lies below a folder with a public address. */
export function fileAddress(path: string, base: string): string {
  return absolute(path.split('/').map(encodeURIComponent).join('/'), base) ?? base;
}
