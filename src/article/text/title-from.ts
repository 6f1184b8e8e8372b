import { cleanTitle } from './clean-title.js';
import { readDateline } from './dateline.js';
import { firstSentence } from './first-sentence.js';
import type { Paragraph } from './paragraphs.js';

/**
 * Makes a title for an article without one: its first sentence, without dateline. A salutation ("Dear readers,") is
 * passed over.
 *
 * @param paragraphs the body
 * @returns the title and its line; nothing where the body has no words
 */
export function titleFrom(paragraphs: readonly Paragraph[]): { text: string; line: number } | undefined {
  const opening = paragraphs.find(
    ({ text }) => /[\p{L}\p{N}]/u.test(text) && !/^[^\n]{1,60}[,:]$/.test(text),
  );
  const paragraph = opening ?? paragraphs[0];
  if (!paragraph || !/[\p{L}\p{N}]/u.test(paragraph.text)) return undefined;
  const start = readDateline(paragraph.text)?.text.length ?? 0;
  const [beginning = ''] = paragraph.text.slice(start, start + 600).split('\n');
  return { text: firstSentence(cleanTitle(beginning)), line: paragraph.lines[0]?.number ?? 1 };
}
