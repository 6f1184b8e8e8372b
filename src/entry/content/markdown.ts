import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { toCommonMark } from './dialects.js';
import { keepMath, type Markdown } from './math.js';
import { withoutTags, withoutTemplateMarks } from './template-marks.js';

/** Renders Markdown (CommonMark, tables, strikethrough, footnotes, and the habits of the common generators) as HTML. */
export function markdownToHtml(markdown: string): string {
  const source = toCommonMark(markdown);
  return (source.includes('[^') && notesIn(source) > mostNotes ? plain : withNotes).render(source, {});
}

function notesIn(source: string): number {
  return source.match(/^ {0,3}\[\^[^\]\n]+\]:/gm)?.length ?? 0;
}

/** The time that footnotes take grows with the square of their number. */
const mostNotes = 2000;

const plain = renderer();
const withNotes = renderer().use(footnotes);

function renderer(): Markdown {
  const markdown = new MarkdownIt({ html: true, linkify: true, maxNesting: 100 }).use(dialects).use(keepMath);
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

function outsidePre(html: string): string {
  return html
    .split(/(<pre\b.*?<\/pre>)/is)
    .map((part, index) => (index % 2 === 1 ? part : withoutTags(part)))
    .join('');
}

function taskMark(text: string): string {
  return text.replace(/^\[([ xX])\](?=\s)/, (_mark, sign: string) => (sign === ' ' ? '☐' : '☑'));
}
