import type { BodyFindings, ReadContext } from './article.js';

/**
 * Finds what the body of a reStructuredText article says: its title is the section title that opens it.
 *
 * @param text the body, without front matter
 * @param context what every reader is told
 * @param firstLine the line of the file on which `text` begins
 */
export function readRestructured(text: string, _context: ReadContext, firstLine: number): BodyFindings {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim());
  const overlined = isAdornment(lines[start]) && isAdornment(lines[start + 2]);
  const at = overlined ? start + 1 : start;
  const title = unmarked(lines[at]?.trim() ?? '');
  if (!title || isAdornment(lines[at]) || !isAdornment(lines[at + 1]))
    return { found: {}, problems: [], body: { markup: 'restructured', text, line: firstLine } };
  return {
    title,
    found: { title: { in: 'body', line: firstLine + at } },
    problems: [],
    body: { markup: 'restructured', text: lines.slice(at + 2).join('\n'), line: firstLine + at + 2 },
  };
}

/** Text without what marks it inline: roles, links, literals, emphasis, and the signs that keep any of these from being it. */
function unmarked(text: string): string {
  return text
    .slice(0, longest)
    .replace(/:[a-z][\w.+:-]{0,50}:(?=`)/gi, '')
    .replace(/`([^`<>]*)<[^`<>]*>`__?/g, (_, shown: string) => shown.trim())
    .replace(/`__?(?!\w)|`/g, '')
    .replace(/(?<![\w\\*])(\*\*?)(?=[^\s*])([^*]*[^\s*\\])\1(?![\w*])/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** No title needs more, in characters. */
const longest = 10_000;

/** The line under a section title, and sometimes over it: one sign of punctuation, again and again. */
function isAdornment(line: string | undefined): boolean {
  return line !== undefined && /^([!-/:-@[-`{-~])\1{2,}\s*$/.test(line);
}
