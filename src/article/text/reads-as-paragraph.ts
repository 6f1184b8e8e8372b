import { readDateline } from './dateline.js';
import { endsSentence } from './ends-sentence.js';
import { sentenceEnd } from './sentence-end.js';
import { widthOf } from './width.js';
import { countWords } from './word-count.js';

/**
 * Whether a text is a paragraph and no title: too long, of several sentences, a sentence with its full stop, or begun
 * with a dateline.
 *
 * @param text a unit of the head
 */
export function readsAsParagraph(text: string): boolean {
  if (widthOf(text) > 200) return true;
  if (/[,;:]$/.test(text) && countWords(text) < 6) return true;
  const words = countWords(text);
  const several = sentenceEnd(text) < text.trimEnd().length;
  if (several && widthOf(text) > 110) return true;
  if (endsSentence(text, 'stop'))
    return words >= 10 || (several && words >= 8) || readDateline(text) !== undefined;
  if (endsSentence(text)) return words > 25 || (several && words >= 14);
  return words > 30 || (readDateline(text) !== undefined && words > 16);
}
