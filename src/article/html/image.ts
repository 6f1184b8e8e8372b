import type { Picture } from '../article.js';
import type { Clue } from './clue.js';
import type { Page } from './page.js';
import { plain } from './plain.js';
import type { Said } from './said.js';
import { select } from './select.js';

/** The lead image that the page states, with its text alternative where that is stated too. */
export function chooseImage(page: Page, clues: readonly Clue[]): Said<Picture> | undefined {
  for (const { subject, source, texts, line } of clues) {
    const src = subject === 'image' ? texts.find(usable) : undefined;
    if (src === undefined) continue;
    const alt = source === 'meta' ? select(alternatives, page.root)[0]?.attribs.content : undefined;
    return { value: { src, ...(alt && { alt: plain(alt) }) }, line };
  }
  return undefined;
}

const alternatives = 'meta[property="og:image:alt" i][content],meta[name="twitter:image:alt" i][content]';

function usable(src: string): boolean {
  return (
    /^(?:https?:)?[\w/.%-]/i.test(src) &&
    !/^(?:data|javascript|blob|about):/i.test(src) &&
    !placeholder.test(src)
  );
}

/** Names of the images that sites show where an article has none. */
const placeholder =
  /(?:placeholder|blank|spacer|default[-_]?(?:image|thumb|og)|favicon|apple-touch-icon)\b[^/]*$/i;
