import MarkdownIt from 'markdown-it';

const inline = new MarkdownIt({ html: true });

/**
 * The plain text of a line of Markdown: emphasis, links, code marks, tags and heading attributes are taken off,
 * character references are decoded, white space is folded.
 */
export function inlineText(source: string): string {
  const bare = source.replace(/\s*\{[:#.][^{}]*\}\s*$/, '');
  const text = /[\\`*_[\]<&!~]/.test(bare) ? textOf(inline.parseInline(bare, {})) : bare;
  return text.replace(/\s+/g, ' ').trim();
}

function textOf(tokens: ReturnType<typeof inline.parseInline>): string {
  return tokens
    .map((token) => {
      if (token.children) return textOf(token.children);
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'html_inline' ? '' : token.content;
    })
    .join('');
}
