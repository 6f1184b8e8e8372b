/**
 * Turns the habits of the common generators into CommonMark: admonitions (`:::tip`, `!!! note`, `> [!NOTE]`) become
 * asides, highlight tags become fenced code, and what only a generator could run (template tags, shortcodes, MDX
 * imports, attribute lists) is left out. Code is left as it is.
 */
export function toCommonMark(markdown: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let indented = false;
  for (const line of fenceHighlights(dropTemplateBlocks(markdown)).split('\n')) {
    const mark = /^\s{0,3}(?:>\s?)*\s{0,12}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      out.push(indented ? line.replace(/^ {4}/, '') : line);
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark) {
      fence = mark;
      out.push(indented ? line.replace(/^ {4}/, '') : line);
      continue;
    }
    if (indented && /^\S/.test(line)) {
      indented = false;
      out.push('', '</aside>', '');
    }
    const opened = openAdmonition(line);
    if (opened && /^(?:!!!|\?\?\?)/.test(line)) indented = true;
    if (opened) out.push(...opened);
    else out.push(indented ? plainLine(line.replace(/^(?: {4}|\t)/, '')) : plainLine(line));
  }
  if (indented) out.push('', '</aside>');
  return out.join('\n');
}

/** The lines that a line opening or closing an admonition becomes. */
function openAdmonition(line: string): string[] | undefined {
  if (/^\s{0,3}:{3,}\s*$/.test(line)) return ['', '</aside>', ''];
  const container = /^\s{0,3}:{3,}\s*\{?([a-z][\w-]*)[^\S\n]*(.*?)\}?\s*$/i.exec(line);
  if (container) return aside(container[1], container[2]);
  const block = /^(?:!!!|\?\?\?\+?)\s+([a-z][\w-]*)\s*(?:"([^"]*)")?\s*$/i.exec(line);
  if (block) return aside(block[1], block[2]);
  const alert = /^(\s{0,3}>\s?)\[!([a-z]+)\][+-]?\s*(.*)$/i.exec(line);
  if (alert) return [`${alert[1]}**${label(alert[2], alert[3])}**  `];
  return undefined;
}

function aside(kind: string | undefined, title: string | undefined): string[] {
  return ['', '<aside>', '', `**${label(kind, title)}**`, ''];
}

function label(kind = '', title = ''): string {
  const name = title.trim().replace(/^\[|\]$/g, '') || kind;
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/\*/g, '');
}

/** `{% highlight js %}…{% endhighlight %}` and `{{< highlight js >}}…{{< /highlight >}}` are code. */
function fenceHighlights(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:\{%-?|\{\{[<%])[ \t]*(?:highlight|codeblock|code)[ \t]+([\w+#-]+)[^\n]*$/gm, '```$1')
    .replace(/^[ \t]*(?:\{%-?|\{\{[<%])[ \t]*(?:highlight|codeblock)[ \t]*(?:-?%\}|[>%]\}\})[ \t]*$/gm, '```')
    .replace(
      /^[ \t]*(?:\{%-?|\{\{[<%])[ \t]*\/?(?:end)?(?:highlight|codeblock|code)[ \t]*(?:-?%\}|[>%]\}\})[ \t]*$/gm,
      '```',
    );
}

/** Comments of template languages and of MDX are for the generator's eyes. */
function dropTemplateBlocks(markdown: string): string {
  const liquid = markdown.split(/\{%-?[ \t]*(?:end)?comment[ \t]*-?%\}/);
  const kept = liquid.length % 2 === 1 ? liquid.filter((_, index) => index % 2 === 0).join('') : markdown;
  const [start = '', ...parts] = kept.split('{/*');
  return start + parts.map(afterComment).join('');
}

function afterComment(part: string): string {
  const end = part.indexOf('*/}');
  return end < 0 ? `{/*${part}` : part.slice(end + 3);
}

function plainLine(line: string): string {
  if (
    /^(?:import\s+(?:[\w*{'"]|$)|export\s+(?:const|default|let|var|function|\{))/.test(line) &&
    isModuleLine(line)
  )
    return '';
  if (/^\s*(?:\[TOC\]|\[\[_?toc_?\]\]|\{\{?:?\s*toc\s*\}?\}|\$\{toc\})\s*$/i.test(line)) return '';
  return leaveOut(line);
}

function isModuleLine(line: string): boolean {
  return /from\s*['"]|^import\s*['"]|^export\s+(?:const|default|let|var|function|\{)/.test(line);
}

/** Takes template tags, shortcodes and attribute lists off a line, but not out of code spans. */
function leaveOut(line: string): string {
  if (!line.includes('{')) return line;
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutTags(part)))
    .join('');
}

function withoutTags(text: string): string {
  return text
    .replace(/\{%[^%]*%\}/g, '')
    .replace(/\{\{[<%][^}]*[>%]\}\}/g, '')
    .replace(/\{\{[^{}]*\}\}/g, '')
    .replace(/\{:[^{}]*\}/g, '')
    .replace(/(^#{1,6} .*\S)\s*\{#[^{}]*\}\s*$/, '$1');
}
