import { problem } from '../problems.js';
import type { BodyFindings, ReadContext } from './article.js';
import { alike } from './text/alike.js';
import { splitBlocks } from './text/blocks.js';
import { cleanTitle } from './text/clean-title.js';
import { datelineDate } from './text/dateline-date.js';
import { readFrame } from './text/frame.js';
import { readHead } from './text/head.js';
import { splitLines } from './text/lines.js';
import { toParagraphs } from './text/paragraphs.js';
import { settle } from './text/settle.js';
import { readTail } from './text/tail.js';
import { titleFrom } from './text/title-from.js';
import { withoutFurniture } from './text/without-furniture.js';
import { measureWrap } from './text/wrap.js';
import { ofPlainText, within } from './within.js';

/**
 * Reads plain news copy. The head (title, bylines, dates, furniture) is taken off the top and the tail off the end;
 * everything between is the body, whose paragraphs are parted by one blank line each.
 *
 * @param text the decoded text, without front matter
 * @param context what every reader is told
 * @param firstLine the line of the file on which `text` begins
 * @param stated the title that the front matter states, if it does
 * @returns what the copy says of itself, and its body; nothing is thrown, whatever the text
 */
export function readText(
  text: string,
  context: ReadContext,
  firstLine: number,
  stated?: string,
): BodyFindings {
  const { path, maxFileSize = Infinity } = context;
  const used = within(text, maxFileSize, ofPlainText, { path, line: firstLine });
  const read = readLines(used.text, context, firstLine, stated);
  return { ...read, problems: [...read.problems, ...used.problems] };
}

function readLines(
  text: string,
  context: ReadContext,
  firstLine: number,
  stated: string | undefined,
): BodyFindings {
  const { marks: framed, lines } = readFrame(splitLines(text, firstLine), context);
  const wrap = measureWrap(splitBlocks(lines));
  const known = stated ?? framed.find((mark) => mark.kind === 'title')?.text;
  const head = readHead(lines, wrap, context, known);
  const below = lines.slice(head.end);
  const tail = readTail(below, wrap, context);
  const kept = withoutFurniture(below.slice(0, tail.start), wrap);
  const shown = splitBlocks(kept).flatMap((block) => toParagraphs(block, wrap));
  const marks = [...framed, ...head.marks, ...datelineDate(shown[0], context), ...tail.marks];
  const { statements, found, problems } = settle(marks, context);
  const heading = stated ?? statements.title;
  const first = heading === undefined ? 0 : shown.findIndex(({ text: one }) => !alike(one, heading));
  const paragraphs = first < 0 ? [] : shown.slice(first);
  const line = paragraphs[0]?.lines[0]?.number ?? firstLine;
  const body = { markup: 'text', text: paragraphs.map((one) => one.text).join('\n\n'), line } as const;
  if (statements.title !== undefined)
    return { ...statements, title: cleanTitle(statements.title), found, problems, body };
  const title = stated === undefined ? titleFrom(paragraphs) : undefined;
  if (!title) return { ...statements, found, problems, body };
  const missing = problem('title-missing', { path: context.path, line: title.line }, { title: title.text });
  return {
    ...statements,
    title: title.text,
    found: { ...found, title: { in: 'body', line: title.line } },
    problems: [...problems, missing],
    body,
  };
}
