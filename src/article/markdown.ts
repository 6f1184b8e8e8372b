import type { BodyFindings, ReadContext } from './article.js';
import { inlineText } from './inline-text.js';

/**
 * Finds what the body of a Markdown article says: its title is its first heading of level one. A heading that opens
 * the body and only repeats the title is taken off, since readers show the title themselves.
 *
 * @param text the body, without front matter
 * @param context what every reader is told
 * @param firstLine the line of the file on which `text` begins
 * @param stated the title that the front matter states, if it does
 */
export function readMarkdown(
  text: string,
  _context: ReadContext,
  firstLine: number,
  stated?: string,
): BodyFindings {
  if (!mayHaveHeading(text))
    return { found: {}, problems: [], body: { markup: 'markdown', text, line: firstLine } };
  const lines = text.slice(0, farthest).split('\n');
  const heading = findHeading(lines);
  const title = heading && inlineText(heading.source);
  if (!heading || !title)
    return { found: {}, problems: [], body: { markup: 'markdown', text, line: firstLine } };
  const repeats = heading.opens && (stated === undefined || alike(stated, title));
  const rest = repeats ? without(text, lines, heading) : text;
  return {
    title,
    found: { title: { in: 'body', line: firstLine + heading.from } },
    problems: [],
    body: { markup: 'markdown', text: rest, line: firstLine },
  };
}

/** A title stands before so many characters. */
const farthest = 500_000;

/** The text without the lines of a heading. */
function without(text: string, lines: readonly string[], { from, to }: Heading): string {
  const start = lengthOf(lines.slice(0, from));
  const end = start + lengthOf(lines.slice(from, to));
  return end > text.length ? text.slice(0, Math.max(0, start - 1)) : text.slice(0, start) + text.slice(end);
}

/** Of lines with their ends. */
function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

interface Heading {
  readonly source: string;
  /** Its first line, and the line after its last, from 0. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing that readers see comes before it. */
  readonly opens: boolean;
}

/** Whether a line begins as a heading of level one does; most texts have none, and need not be parted into lines. */
function mayHaveHeading(text: string): boolean {
  for (let at = 0; ; ) {
    while (text[at] === ' ') at += 1;
    const sign = text[at];
    if (sign === '=' || (sign === '#' && text[at + 1] !== '#')) return true;
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
}

function findHeading(lines: readonly string[]): Heading | undefined {
  let fence: string | undefined;
  let comment = false;
  let opens = true;
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (comment || /^\s*(?:<!--|\{\/\*)/.test(line)) {
      comment = !/(?:-->|\*\/\})\s*$/.test(line);
      continue;
    }
    if (mark) fence = mark;
    const source = /^ {0,3}#(?:[ \t]+(.*))?$/.exec(line)?.[1];
    if (source) return { source: source.replace(/[ \t]#+[ \t]*$/, ''), from: index, to: index + 1, opens };
    const next = lines[index + 1];
    if (isUnderlinable(line) && next !== undefined && /^ {0,3}=+[ \t]*$/.test(next))
      return { source: line.trim(), from: index, to: index + 2, opens };
    if (!isUnseen(line)) opens = false;
  }
  return undefined;
}

function isUnderlinable(line: string): boolean {
  return /^ {0,3}[^\s>#*+=-]/.test(line);
}

/** Blank lines, MDX imports and exports, and the attribute lists of kramdown come before a heading unseen. */
function isUnseen(line: string): boolean {
  return /^\s*$|^(?:import|export)\s|^\{:?[^{}%]*\}\s*$|^\[(?:TOC|\[toc\])\]/.test(line);
}

function alike(one: string, other: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(one) === bare(other);
}
