import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { toCommonMark } from './dialects.js';

const renderer = new MarkdownIt({ html: true, linkify: true, maxNesting: 100 }).use(footnotes);
// Only what is written as an address becomes a link: "e.g.it" and "mail.me" do not.
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** Renders Markdown (CommonMark, tables, strikethrough, footnotes, and the habits of the common generators) as HTML. */
export function markdownToHtml(markdown: string): string {
  return renderer.render(toCommonMark(markdown), {});
}
