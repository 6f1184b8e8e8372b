import { isSection } from './section.js';
import { countWords } from './word-count.js';

/**
 * Whether a line stands above a title rather than being one: the name of a section ("WORLD", "Opinion |"), of the
 * publication, or a way through the site.
 *
 * @param text a line without bullets
 */
export function isKicker(text: string): boolean {
  const bare = text.replace(/^[\s|/[(]+|[\s|/:\])]+$/gu, '');
  const parts = bare.split(/\s*[|›»]\s*/u);
  const barred = parts.length > 1 && parts.every((part) => countWords(part) <= 2);
  const closed = /[|:]\s*$/.test(text) && countWords(bare) <= 4;
  return closed || barred || isSection(bare) || isShout(bare);
}

/** One or two words in capitals, too few for a title. */
function isShout(text: string): boolean {
  return (
    countWords(text) <= 2 &&
    text.length <= 24 &&
    /^[\p{Lu}\p{N}\s.'’&-]+$/u.test(text) &&
    /\p{Lu}{3}/u.test(text)
  );
}
