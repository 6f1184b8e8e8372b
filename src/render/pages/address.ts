import { clean } from '../../characters.js';
import { escapeText } from '../text.js';

/**
 * An address as the value of an attribute, where a page may lead there: relative, or by http or https.
 *
 * @returns nothing for any other
 */
export function address(href: string): string | undefined {
  // Browsers pass over blanks and breaks, and `clean` over what else cannot be seen.
  const seen = clean(href).replace(/\s/g, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https' ? escapeText(href) : undefined;
}

/** What stands in a link, where the address is one to lead to; else the text alone. */
export function linked(href: string | undefined, markup: string, attributes = ''): string {
  const safe = href === undefined ? undefined : address(href);
  return safe === undefined ? markup : `<a href="${safe}"${attributes}>${markup}</a>`;
}

/**
 * An absolute address as a relative one, where it lies on the site.
 *
 * @param home absolute address of the site
 * @returns relative to the output folder; nothing for any other address
 */
export function onSite(url: string, home: string): string | undefined {
  const path = url.startsWith(home) ? url.slice(home.length) : undefined;
  // A path like `/elsewhere/` or `a:b` would lead away from it.
  return path === undefined || /^$|^\/|^[^/?#]*:|[\s\\]/.test(path) ? undefined : path;
}
