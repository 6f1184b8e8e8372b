import { commentless } from './commentless.js';

/**
 * Turns the blocks that the common generators add to Markdown into CommonMark: admonitions (`:::tip`, `!!! note`,
 * `> [!NOTE]`) become asides, tabs their content, highlight tags fenced code; comments are left out. What stands in
 * code is left as it is.
 */
export function toCommonMark(markdown: string): string {
  const text = markdown.includes('{') ? fenceHighlights(commentless(markdown)) : markdown;
  return opens.test(text) ? withBlocks(text) : text;
}

/** What the opening line of every block holds. */
const opens = /:::|!!!|\?\?\?|===|\[!/;

function withBlocks(markdown: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let inside: Opening | undefined;
  for (const given of markdown.split('\n')) {
    if (inside?.indents && fence === undefined && /^\S/.test(given)) {
      out.push('', ...inside.close);
      inside = undefined;
    }
    const line = inside?.indents ? given.replace(/^(?: {4}|\t)/, '') : given;
    const mark = /^\s{0,3}(?:>\s?)*\s{0,12}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    const mayOpen = fence === undefined && mark === undefined && line.length <= longestOpening;
    const opening = mayOpen ? openingOf(line) : undefined;
    if (opening?.indents) inside = opening;
    out.push(...(opening?.lines ?? [line]));
  }
  if (inside) out.push('', ...inside.close);
  return out.join('\n');
}

/** Longer lines open no block. */
const longestOpening = 1000;

/** What a line that opens or closes a block becomes. */
interface Opening {
  readonly lines: readonly string[];
  /** Whether the block is what is indented below the line. */
  readonly indents?: boolean;
  readonly close: readonly string[];
}

function openingOf(line: string): Opening | undefined {
  if (/^ {0,3}:{3,}\s*$/.test(line)) return { lines: ['', '</aside>', ''], close: [] };
  const container = /^ {0,3}:{3,}\s*\{?\.?([a-z][\w-]*)\}?\s*(.*)$/i.exec(line);
  if (container) return { lines: aside(container[1], container[2]), close: [] };
  const block = /^(?:!!!|\?\?\?\+?)\s+([a-z][\w-]*)[^"]*(?:"([^"]*)")?\s*$/i.exec(line);
  if (block) return { lines: aside(block[1], block[2]), indents: true, close: ['</aside>', ''] };
  const tab = /^===[!+]?\s+"([^"]+)"\s*$/.exec(line);
  if (tab) return { lines: ['', `**${label('', tab[1])}**`, ''], indents: true, close: [''] };
  const alert = /^(\s{0,3}>\s?)\[!([a-z]+)\][+-]?\s*(.*)$/i.exec(line);
  if (alert) return { lines: [`${alert[1]}**${label(alert[2], alert[3])}**  `], close: [] };
  return undefined;
}

function aside(kind: string | undefined, title: string | undefined): string[] {
  return ['', '<aside>', '', `**${label(kind, title)}**`, ''];
}

/** The title of an admonition: `Mind the gap`, `[Mind the gap]`, `{title="Mind the gap"}`, or its kind. */
function label(kind = '', title = ''): string {
  const attribute = /title=["']([^"']*)["']/.exec(title)?.[1];
  const text = attribute ?? title.replace(/\{[^{}]*\}/g, '').replace(/^\[(.*)\]$/, '$1');
  const name = text.trim() || kind;
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/\*/g, '');
}

/** `{% highlight js %}…{% endhighlight %}` and `{{< highlight js >}}…{{< /highlight >}}` are code. */
function fenceHighlights(markdown: string): string {
  return markdown.replace(
    /^[ \t]*(?:\{%-?|\{\{[<%])[ \t]*(\/|end)?(?:highlight|codeblock|code)\b[ \t]*(?:lang:)?([\w+#-]*)[^\n]*$/gm,
    (_line, closing: string | undefined, language: string) => (closing ? '```' : `\`\`\`${language}`),
  );
}
