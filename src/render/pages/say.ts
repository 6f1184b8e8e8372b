import { escapeText } from '../text.js';
import { languageAttributes } from './language.js';
import { type Words, wordsOf } from './words.js';

/**
 * Words of a page as markup: in its language, or in English and marked as such.
 *
 * @param language of the page
 */
export function say(word: keyof Words, language: string): string {
  const spoken = wordsOf(language);
  const attributes = languageAttributes(spoken.language, language);
  const text = escapeText(spoken.words[word]);
  return attributes === '' ? text : `<span${attributes}>${text}</span>`;
}
