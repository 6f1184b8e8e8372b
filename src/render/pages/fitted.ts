import { escapeText } from '../text.js';
import { wordsOf } from './words.js';

/**
 * Fits the content of an entry into a page: below its title in the order of headings, and with what is wider than the
 * page in boxes that scroll by themselves.
 *
 * @param content safe HTML
 * @param language of the page
 */
export function fitted(content: string, language: string): string {
  const lower = /<h1[\s>]/.test(content) ? 1 : 0;
  const { words } = wordsOf(language);
  const box = `<div class="wide" role="group" tabindex="0" aria-label="${escapeText(words.table)}">`;
  return content.replace(tag, (markup, end: string, name: string, rest: string) => {
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) return `<${end}h${Math.min(6, Number(level) + lower)}${rest}>`;
    if (name === 'table') return end ? `${markup}</div>` : box + markup;
    if (name === 'pre' && !end) return `<pre tabindex="0"${rest}>`;
    if (name === 'img' && !rest.includes('loading=')) return `<img loading="lazy" decoding="async"${rest}>`;
    return markup;
  });
}

/** A whole tag, with `<` and `>` in the values of its attributes. */
const tag = /<(\/?)([a-z][a-z\d]*)((?:[^<>"]|"[^"]*")*)>/g;
