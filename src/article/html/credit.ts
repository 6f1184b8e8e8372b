import type { Origin } from '../article.js';
import { type License, namedLicense, readLicense } from '../license.js';
import { isWebAddress } from '../web-address.js';
import type { Clue } from './clue.js';
import type { Page } from './page.js';
import type { Said } from './said.js';
import { select } from './select.js';

/** The licences that the links of a page name (HTML, 4.6.7.10). */
export function readLicenses(page: Page): Clue[] {
  return select('link[rel~=license i][href],a[rel~=license i][href]', page.root).map((element) => ({
    subject: 'license' as const,
    source: 'page' as const,
    texts: [(element.attribs.href ?? '').trim()],
    line: page.lineOf(element),
  }));
}

/** The first licence that has an address; many pages name theirs as the rights. */
export function chooseLicense(clues: readonly Clue[]): Said<License> | undefined {
  return first(clues, 'license', readLicense) ?? first(clues, 'rights', namedLicense);
}

/** The first line about rights that is one, and neither an address nor the name of a licence. */
export function chooseRights(clues: readonly Clue[]): Said<string> | undefined {
  return first(clues, 'rights', (text) =>
    /\p{L}/u.test(text) && !isWebAddress(text) && !namedLicense(text) ? text : undefined,
  );
}

/** Where the page says that its article was first. */
export function chooseOrigin(clues: readonly Clue[]): Said<Origin> | undefined {
  return first(clues, 'origin', (text) => (isWebAddress(text) ? { url: text } : undefined));
}

function first<Value>(
  clues: readonly Clue[],
  wanted: Clue['subject'],
  read: (text: string) => Value | undefined,
): Said<Value> | undefined {
  for (const { subject, texts, line } of clues) {
    if (subject !== wanted) continue;
    for (const text of texts) {
      const value = text.length <= longest ? read(text) : undefined;
      if (value !== undefined) return { value, line };
    }
  }
  return undefined;
}

/** Longer, it is no address and no line, but an article in the wrong place. */
const longest = 1000;
