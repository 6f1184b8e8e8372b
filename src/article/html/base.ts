import type { Page } from './page.js';
import { select } from './select.js';
import { urlOf } from './url.js';

/**
 * What relative references in the page count from: its `base` element, else its own public address.
 *
 * @param link the page's own address, absolute or a path on the site
 * @returns an absolute address, or nothing where the page states none
 */
export function baseOf(page: Page, link: string | undefined): string | undefined {
  const own = link !== undefined && urlOf(link) ? link : undefined;
  const href = select('base[href]', page.root)[0]?.attribs.href?.trim();
  if (!href) return own;
  const base = urlOf(href, own);
  return base?.protocol === 'http:' || base?.protocol === 'https:' ? base.href : own;
}
