import MarkdownIt from 'markdown-it';

const inline = new MarkdownIt({ html: true });

/**
 * The plain text of a line of Markdown: emphasis, links, code marks, tags and heading attributes are taken off,
 * character references are decoded, white space is folded.
 */
export function inlineText(source: string): string {
  const bare = source.slice(0, longest).replace(/\s{0,9}\{[:#.][^{}]{0,300}\}\s{0,9}$/, '');
  const text = /[\\`*_[\]<&!~]/.test(bare) ? textOf(inline.parseInline(bare, {})) : bare;
  return text.replace(/\s+/g, ' ').trim();
}

/** No title and no summary needs more of it, in characters. */
const longest = 10_000;

function textOf(tokens: ReturnType<typeof inline.parseInline>): string {
  return tokens
    .map((token) => {
      if (token.children) return textOf(token.children);
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'html_inline' ? '' : token.content;
    })
    .join('');
}
