import { endsAbbreviated } from './abbreviation.js';

/**
 * Where the first sentence of a text ends, as the place after its last character; the length of the text where it has
 * but one sentence. No more than the first 500 characters are looked at.
 *
 * @param text a paragraph
 */
export function sentenceEnd(text: string): number {
  const start = text.slice(0, 500);
  for (const match of start.matchAll(end)) {
    if (match[0] === '.' && endsAbbreviated(start.slice(0, match.index))) continue;
    return match.index + match[0].length;
  }
  return text.length;
}

const end = /(?:[.!?…]["'”’»)\]]{0,3}(?=\s+(?!\p{Ll}))|[。！？۔।]["'”’」』]{0,3})/gu;
