import { sentenceEnd } from './sentence-end.js';

/**
 * The first sentence of a text as a title: without the full stop that ends it, and cut at a word when it is longer
 * than a title would be.
 *
 * @param text a paragraph
 * @param limit the greatest length, in characters
 */
export function firstSentence(text: string, limit = 90): string {
  const sentence = text.slice(0, sentenceEnd(text)).replace(/\s+/g, ' ').trim();
  if (sentence.length <= limit) return sentence.replace(/(?<!\.)[.。۔।]$/u, '');
  const cut = sentence.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  const kept = space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
