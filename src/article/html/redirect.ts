import type { Hold } from '../article.js';
import type { Page } from './page.js';
import type { Said } from './said.js';
import { select } from './select.js';
import { textOf } from './text.js';

/** Whether a page is only a sign that leads to another address. */
export function readRedirect(page: Page): Said<Hold> | undefined {
  const [refresh] = select('meta[http-equiv=refresh i][content]', page.root);
  if (!refresh || !leads.test(refresh.attribs.content ?? '')) return undefined;
  if (textOf(page.root).length > longest) return undefined;
  return { value: 'redirect', line: page.lineOf(refresh) };
}

const leads = /^\s{0,9}[0-5]\s{0,9}[;,]\s{0,9}url\s{0,9}=/i;

/** A sign says that it is one; an article that also leads elsewhere says more. */
const longest = 400;
