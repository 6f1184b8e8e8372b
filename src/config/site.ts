/**
 * Reads the public address of a site.
 *
 * @returns the absolute address, ending in `/`; nothing where the text is not an http or https address, or holds
 *   what a home page cannot have: a user name, a password, a query or a fragment
 */
export function readSite(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  if (!web || url.username || url.password || url.search || url.hash) return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
