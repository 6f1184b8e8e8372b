import { firstOfEach } from '../first-of-each.js';
import { bare } from './bare.js';
import type { Clue } from './clue.js';
import type { Said } from './said.js';

/**
 * The tags that the page states: of the clues, the first that reads as tags. Keywords written for search engines run
 * to long lists and sentences, and are left out.
 */
export function chooseTags(clues: readonly Clue[]): Said<readonly string[]> | undefined {
  for (const { subject, texts, line } of clues) {
    if (subject !== 'tag') continue;
    const listed = texts.flatMap((text) => text.split(/\s*[,;|،、]\s*/)).filter(Boolean);
    const value = firstOfEach(listed, bare);
    if (value.length > 0 && value.length <= most && value.every((tag) => tag.length <= longest))
      return { value, line };
  }
  return undefined;
}

const most = 15;
const longest = 40;
