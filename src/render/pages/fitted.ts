import { escapeText } from '../text.js';
import { wordsOf } from './words.js';

/**
 * Fits the content of an entry into a page: its headings right below its title, and with what is wider than the
 * page in boxes that scroll by themselves.
 *
 * @param content safe HTML
 * @param language of the page
 */
export function fitted(content: string, language: string): string {
  const highest = Math.min(...[...content.matchAll(heading)].map(([, level]) => Number(level)));
  const { words } = wordsOf(language);
  const box = `<div class="wide" role="group" tabindex="0" aria-label="${escapeText(words.table)}">`;
  return content.replace(tag, (markup, end: string, name: string, rest: string) => {
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) return `<${end}h${Math.min(6, Number(level) - highest + 2)}${rest}>`;
    if (name === 'table') return end ? `${markup}</div>` : box + markup;
    if (name === 'pre' && !end) return `<pre tabindex="0"${rest}>`;
    if (name === 'img' && !rest.includes('loading=')) return `<img loading="lazy" decoding="async"${rest}>`;
    return markup;
  });
}

const heading = /<h([1-6])[\s>]/g;

/** A whole tag, with `<` and `>` in the values of its attributes. */
const tag = /<(\/?)([a-z][a-z\d]*)((?:[^<>"]|"[^"]*")*)>/g;
