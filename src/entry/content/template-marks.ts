import { shownMedia } from './shortcodes.js';

/**
 * Takes off a paragraph what only a generator could run: template tags, shortcodes, attribute lists, MDX statements;
 * and writes in Markdown what only some generators know: wiki links, marks, images in shortcodes. Code spans and what
 * is marked raw stay to the letter.
 *
 * @param text the source of one paragraph, heading or cell
 */
export function withoutTemplateMarks(text: string): string {
  if (isModuleStatement(text) || /^\s*(?:\[TOC\]|\[\[_?toc_?\]\]|\$\{toc\})\s*$/i.test(text)) return '';
  if (!marked.test(text)) return text;
  if (!text.includes('`') && !text.includes('{%')) return unmarked(text);
  return text
    .split(literal)
    .map((part, index) => (index % 2 === 1 ? part.replace(rawTags, '') : unmarked(part)))
    .join('');
}

/** What every mark holds. Emphasis and links, which hold much of it too, are left alone at once. */
const marked = /\{|\[\[|\[\/?(?:caption|gallery|embed)|%%|==|<\/?>|\*\[/;

/** Code spans, which may reach over line ends, and what stands between `raw` and `endraw`. */
const literal =
  /((?<!`)`(?!`)[^`]*`(?!`)|(?<!`)``(?!`)(?:[^`]|`(?!`))*``(?!`)|\{%-?[ \t]*raw[ \t]*-?%\}(?:(?!\{%).)*\{%-?[ \t]*endraw[ \t]*-?%\})/s;
const rawTags = /^\{%-?[ \t]*raw[ \t]*-?%\}|\{%-?[ \t]*endraw[ \t]*-?%\}$/g;

/** Takes shortcodes and the tags of template languages off a text, wherever they stand. */
export function withoutTags(text: string): string {
  if (!text.includes('{')) return text;
  return text
    .replace(/\{\{[<%][^{}]*\}\}/g, '')
    .replace(/\{%(?:[^%{]|%(?!\})|\{(?!%))*%\}/g, '')
    .replace(/\{\{[^{}]*\}\}/g, '');
}

function unmarked(text: string): string {
  return withoutMarks(withoutBraces(text));
}

function withoutBraces(text: string): string {
  if (!text.includes('{')) return text;
  return withoutTags(plainAttributes(shownMedia(text)))
    .replace(/\{:[^{}]*\}/g, '')
    .replace(/(?<=[)\]*_\w"])[ \t]*\{[ \t]*[.#][\w-][^{}\n]*\}/g, '')
    .replace(/(?<=[)\]])\{[ \t]*[\w-]+=[^{}\n]*\}/g, '');
}

function withoutMarks(text: string): string {
  if (!marked.test(text)) return text;
  return text
    .replace(/\[\/?(?:caption|gallery|embed)(?:\s[^[\]]*)?\]/g, '')
    .replace(/^\*\[[^\]\n]+\]:.*$/gm, '')
    .replace(/!\[\[([^[\]|\n]+)(?:\|[^[\]\n]*)?\]\]/g, '![](<$1>)')
    .replace(
      /\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\](?!\()/g,
      (_link, page: string, shown?: string) => shown || page,
    )
    .replace(/%%[^%\n]*%%/g, '')
    .replace(/(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])/g, '<mark>$1</mark>')
    .replace(/^[ \t]*<\/?>[ \t]*$/gm, '');
}

/** `src={require('./a.png').default}` and `title={"x"}` are plain attributes; what is to be computed is left out. */
function plainAttributes(text: string): string {
  if (!/<[a-z][^<>]*=\{/i.test(text)) return text;
  return text
    .replace(/=\{(?:require\()?\s*(["'`])([^"'`{}]*)\1\s*\)?(?:\.default)?\s*\}/g, '="$2"')
    .replace(/\s[\w-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}

/** `import … from '…'` and `export const …` are for the program that MDX becomes. */
function isModuleStatement(text: string): boolean {
  return /^(?:import\s+(?:[\w*{][^;]*\sfrom\s*)?["'][^"'\n]+["']|export\s+(?:const|let|var|function|default|\{))/.test(
    text,
  );
}
