import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { toCommonMark } from './dialects.js';
import { Allowance } from './excess.js';
import { keepMath, type Markdown } from './math.js';
import { withoutTags, withoutTemplateMarks } from './template-marks.js';

/**
 * Renders Markdown (CommonMark, tables, strikethrough, footnotes, and the habits of the common generators) as HTML.
 *
 * @throws Excess where its references would make it far longer than it is
 */
export function markdownToHtml(markdown: string): string {
  const source = toCommonMark(markdown);
  return (hasTooManyNotes(source) ? plain : withNotes).render(source, {});
}

/** The time that footnotes take grows with their number, times the length of all. */
function hasTooManyNotes(source: string): boolean {
  if (!source.includes('[^') && !source.includes('^[')) return false;
  const notes = source.match(/\[\^|\^\[/g)?.length ?? 0;
  return notes > mostNotes || notes * source.length > mostWork;
}

/** Definitions and references together. */
const mostNotes = 5000;
const mostWork = 1_000_000_000;

const plain = renderer();
const withNotes = renderer().use(footnotes);

function renderer(): Markdown {
  const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: 100 })
    .use(dialects)
    .use(keepMath)
    .use(boundReferences);
  linkAddresses(markdown.linkify);
  const normal = markdown.normalizeLink.bind(markdown);
  markdown.normalizeLink = (address) => (isNormal.test(address) ? address : normal(address));
  return markdown;
}

/** Only what is written as an address becomes a link: "e.g.it" and "mail.me" do not. */
function linkAddresses(linkify: Markdown['linkify']): void {
  linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // The test looks at every word of every text, to find that most hold no address at all.
  const test = linkify.test.bind(linkify);
  linkify.test = (text) => /\/\/|mailto:/i.test(text) && test(text);
}

/** Addresses as most are: nothing in them has to be encoded. */
const isNormal = /^(?:https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w./-]*)?|[\w-][\w./-]*)$/;

/** Clears the source of each paragraph once it is known what is code and what is not. */
function dialects(markdown: Markdown): void {
  markdown.core.ruler.after('block', 'dialects', (state) => {
    const { tokens } = state;
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'html_block') token.content = outsidePre(token.content);
      if (token.type !== 'inline') continue;
      token.content = withoutTemplateMarks(token.content);
      if (tokens[index - 2]?.type === 'list_item_open') token.content = taskMark(token.content);
      // A paragraph of which nothing is left is none.
      if (token.content.trim() || tokens[index - 1]?.type !== 'paragraph_open') continue;
      for (const part of tokens.slice(index - 1, index + 2)) part.hidden = true;
    }
  });
}

/** One long address or title, referred to again and again, makes any length of HTML. */
function boundReferences(markdown: Markdown): void {
  markdown.core.ruler.push('references', ({ src, env, tokens }) => {
    if (!env.references) return;
    const allowance = new Allowance(src.length);
    for (const { children } of tokens)
      for (const { attrs } of children ?? [])
        for (const [, value] of attrs ?? []) allowance.take(String(value).length);
  });
}

function outsidePre(html: string): string {
  return html
    .split(/(<pre\b.*?<\/pre>)/is)
    .map((part, index) => (index % 2 === 1 ? part : withoutTags(part)))
    .join('');
}

function taskMark(text: string): string {
  return text.replace(/^\[([ xX])\](?=\s)/, (_mark, sign: string) => (sign === ' ' ? '☐' : '☑'));
}
