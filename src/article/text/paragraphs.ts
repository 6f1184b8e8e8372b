import { type Shape, shapeOf } from './block-shape.js';
import { endsSentence } from './ends-sentence.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';
import { widthOf } from './width.js';
import { isFull } from './wrap.js';

/** A paragraph: its text, in which a line break is one that the writer meant, and the lines that it was made of. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly Line[];
}

/**
 * Makes paragraphs of a run of lines without blank ones. Hard-wrapped lines are joined; of lines that are not wrapped,
 * each is a paragraph; verses, lists, tables and code keep their lines.
 *
 * @param block the lines
 * @param wrap the width at which the text is hard-wrapped, if it is
 */
export function toParagraphs(block: readonly Line[], wrap: number | undefined): Paragraph[] {
  const shape = shapeOf(block, wrap);
  if (shape === 'drawn') return [{ text: asDrawn(block), lines: block }];
  const paragraphs: { parts: string[]; lines: Line[]; listed: boolean }[] = [];
  for (const line of block) {
    const last = paragraphs.at(-1);
    const before = last?.lines.at(-1);
    const text = line.raw.trim().replace(/[ \t]+/g, ' ');
    const joint = last && before && jointOf(before, line, last.listed, shape, wrap);
    if (!last || joint === undefined || joint === 'paragraph')
      paragraphs.push({ parts: [text], lines: [line], listed: markerOf(line.text) !== '' });
    else {
      last.parts.push(joint === 'line' ? '\n' : spaceBetween(before?.text ?? '', text), text);
      last.lines.push(line);
    }
  }
  return paragraphs.map(({ parts, lines }) => ({ text: parts.join(''), lines }));
}

/** What stands between two lines: nothing but a space, a line break that is meant, or the end of a paragraph. */
type Joint = 'space' | 'line' | 'paragraph';

function jointOf(line: Line, next: Line, listed: boolean, shape: Shape, wrap: number | undefined): Joint {
  if (markerOf(next.text)) return listed ? 'line' : 'paragraph';
  if (listed && next.indent > 0 && next.indent >= line.indent) return 'space';
  if (shape === 'wrapped' && wrap !== undefined) return jointOfWrapped(line, next, wrap);
  return /^\p{Ll}/u.test(next.text) && !endsSentence(line.text) && widthOf(line.text) > 40
    ? 'space'
    : 'paragraph';
}

/** A short line within wrapped text ends a paragraph, unless its sentence runs on; so does one before an indent. */
function jointOfWrapped(line: Line, next: Line, wrap: number): Joint {
  if (next.indent > line.indent + 1 && (endsSentence(line.text) || !isFull(line, next, wrap)))
    return 'paragraph';
  if (isFull(line, next, wrap) || /^\p{Ll}/u.test(next.text)) return 'space';
  return endsSentence(line.text) || widthOf(line.text) < wrap * 0.6 ? 'paragraph' : 'space';
}

/** The lines as they stand, less the margin that they share. */
function asDrawn(block: readonly Line[]): string {
  const margin = block.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  return block.map((line) => ' '.repeat(line.indent - margin) + line.raw.trim()).join('\n');
}

/** Scripts without spaces between words have none between lines, and a hyphenated word stays one. */
function spaceBetween(before: string, after: string): string {
  if (
    /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]$/.test(before) &&
    /^[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]/.test(after)
  )
    return '';
  if (/\p{L}-$/u.test(before))
    return /^(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og)\b/u.test(after) ? ' ' : '';
  return /\S--$/.test(before) ? '' : ' ';
}
