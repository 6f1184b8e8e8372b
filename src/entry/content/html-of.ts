import type { Body } from '../../article/article.js';
import { asHtml } from '../../characters.js';
import { markdownToHtml } from './markdown.js';
import { restructuredToMarkdown } from './restructured.js';

/** The HTML of a body in any markup, as the author means it: neither safe nor absolute yet. */
export function htmlOf(body: Body): string {
  if (body.markup === 'html') return body.text;
  if (body.markup === 'markdown') return markdownToHtml(body.text);
  if (body.markup === 'restructured') return markdownToHtml(restructuredToMarkdown(body.text));
  return textToHtml(body.text);
}

/** Plain text as HTML: paragraphs are parted by blank lines; the line breaks that are left within one are meant. */
export function textToHtml(text: string): string {
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => `<p>${asHtml(paragraph.trim()).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
}
