/**
 * Turns reStructuredText into Markdown, as far as articles use it: section titles, lists, literal blocks, code,
 * images, links, footnotes and admonitions. Directives that only a generator could run are left out.
 */
export function restructuredToMarkdown(text: string): string {
  const lines = text.split('\n');
  const levels: string[] = [];
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const adornment = adornmentOf(lines[index + 1]);
    if (adornmentOf(line) && !lines[index - 1]?.trim()) continue;
    if (adornment && line.trim() && line.trim().length <= (lines[index + 1] ?? '').trim().length + 1) {
      if (!levels.includes(adornment)) levels.push(adornment);
      out.push(`${'#'.repeat(Math.min(levels.indexOf(adornment) + 2, 6))} ${inline(line.trim())}`);
      index++;
      continue;
    }
    const isDirective = /^\s*\.\.(?:\s|$)/.test(line);
    const block = isDirective || /::\s*$/.test(line) ? blockAfter(lines, index) : undefined;
    if (block && (isDirective || block.lines.length > 0)) {
      out.push((isDirective ? fromDirective(line, block.lines) : literal(line, block.lines)).join('\n'));
      index = block.last;
    } else if (/^\s*:[\w-]+:\s*`?[^`]*$/.test(line)) out.push('');
    else out.push(line.startsWith('| ') ? `${inline(line.slice(2))}\\` : inline(line));
  }
  return out.join('\n');
}

function adornmentOf(line: string | undefined): string | undefined {
  return line === undefined ? undefined : /^([!-/:-@[-`{-~])\1{2,}\s*$/.exec(line)?.[1];
}

/** The indented lines below a line, and the index of the last of them. */
function blockAfter(lines: readonly string[], index: number): { lines: string[]; last: number } {
  const indent = (lines[index] ?? '').search(/\S/);
  let last = index;
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (!line.trim()) continue;
    if (line.search(/\S/) <= indent) break;
    last = next;
  }
  const block = lines.slice(index + 1, last + 1);
  const margin = block.reduce(
    (least, line) => (line.trim() ? Math.min(least, line.search(/\S/)) : least),
    80,
  );
  return { lines: block.map((line) => line.slice(margin)), last };
}

/** The block that two colons at the end of a paragraph announce. */
function literal(line: string, block: readonly string[]): string[] {
  const lead = inline(line.replace(/::\s*$/, line.trim() === '::' ? '' : ':'));
  return [lead, '', ...fenced('', block)];
}

function fromDirective(line: string, block: readonly string[]): string[] {
  const [, name = '', argument = ''] = /^\s*\.\.\s+([\w-]+)::\s*(.*)$/.exec(line) ?? [];
  const options = block.filter((one) => /^:[\w-]+:/.test(one));
  const content = block.slice(options.length);
  if (/^(?:code|code-block|sourcecode|highlight)$/.test(name)) return fenced(argument, content);
  if (/^(?:image|figure)$/.test(name)) {
    const alt =
      options
        .find((one) => one.startsWith(':alt:'))
        ?.slice(5)
        .trim() ?? '';
    return ['', `![${alt}](<${argument.trim()}>)`, '', ...content.map(inline), ''];
  }
  if (/^(?:note|tip|hint|important|warning|caution|danger|attention|admonition)$/.test(name))
    return ['', ...[argument, ...content].map((one) => `> ${inline(one)}`), ''];
  const link = /^\s*\.\.\s+_`?([^:`]+)`?:\s+(\S+)\s*$/.exec(line);
  if (link) return ['', `[${link[1]}]: <${link[2]}>`, ''];
  const note = /^\s*\.\.\s+\[#?([\w-]+)\]\s+(.*)$/.exec(line);
  if (note) return ['', `[^${note[1]}]: ${inline([note[2], ...block].join(' '))}`, ''];
  return [''];
}

function fenced(language: string, block: readonly string[]): string[] {
  const start = block.findIndex((line) => line.trim());
  return ['', `~~~~~~${language.trim()}`, ...block.slice(Math.max(start, 0)), '~~~~~~', ''];
}

/** Links, roles and footnote marks within a line; code and emphasis are written alike in both. */
function inline(line: string): string {
  return line
    .split(/(``(?:[^`]|`(?!`))*``)/)
    .map((part, index) => (index % 2 === 1 ? part : withLinks(part)))
    .join('');
}

function withLinks(text: string): string {
  return text
    .replace(/`([^`<>]{1,300}?)\s{0,9}<([^<>\s`]{1,2000})>`__?/g, '[$1]($2)')
    .replace(/:[\w:+-]{1,60}:`([^`<]{1,300}?)\s{0,9}(?:<[^<>`]{0,300}>)?`/g, '$1')
    .replace(/`([^`]{1,300})`__?/g, '[$1]')
    .replace(/\[#?([\w-]{1,60})\]_/g, '[^$1]')
    .replace(/(?<=\w)_(?=[\s.,;:!?)]|$)/g, '');
}
