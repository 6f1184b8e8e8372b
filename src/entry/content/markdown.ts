import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { toCommonMark } from './dialects.js';
import { keepMath, type Markdown } from './math.js';
import { withoutTags, withoutTemplateMarks } from './template-marks.js';

/** Renders Markdown (CommonMark, tables, strikethrough, footnotes, and the habits of the common generators) as HTML. */
export function markdownToHtml(markdown: string): string {
  const source = toCommonMark(markdown);
  const notes = source.match(/^ {0,3}\[\^[^\]\n]+\]:/gm)?.length ?? 0;
  return (notes > mostNotes ? plain : withNotes).render(source, {});
}

/** The time that footnotes take grows with the square of their number. */
const mostNotes = 2000;

const plain = renderer();
const withNotes = renderer().use(footnotes);

function renderer(): Markdown {
  const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: 100 }).use(dialects).use(keepMath);
  // Only what is written as an address becomes a link: "e.g.it" and "mail.me" do not.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return markdown;
}

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

function outsidePre(html: string): string {
  return html
    .split(/(<pre\b.*?<\/pre>)/is)
    .map((part, index) => (index % 2 === 1 ? part : withoutTags(part)))
    .join('');
}

function taskMark(text: string): string {
  return text.replace(/^\[([ xX])\](?=\s)/, (_mark, sign: string) => (sign === ' ' ? '☐' : '☑'));
}
