import { endsSentence } from './ends-sentence.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';
import { widthOf } from './width.js';
import { isFull } from './wrap.js';

/**
 * What the lines of a block are to each other: `wrapped`, broken only because the page ended there; `drawn`, broken
 * where the writer wanted it (verse, address, ingredients, table, code); `apart`, each a paragraph of its own.
 */
export type Shape = 'wrapped' | 'drawn' | 'apart';

/**
 * Finds the shape of a run of lines without blank ones.
 *
 * @param block the lines
 * @param wrap the width at which the text is hard-wrapped, if it is
 */
export function shapeOf(block: readonly Line[], wrap: number | undefined): Shape {
  if (block.length < 2) return 'apart';
  if (hasColumns(block)) return 'drawn';
  if (wrap !== undefined && !isLabelled(block) && isWrapped(block, wrap)) return 'wrapped';
  const marked = block.some((line) => markerOf(line.text) !== '');
  return !marked && (isVerse(block) || isSetIn(block)) ? 'drawn' : 'apart';
}

function isWrapped(block: readonly Line[], wrap: number): boolean {
  const full = block.slice(1).filter((next, index) => isFull(block[index] ?? next, next, wrap));
  return full.length >= (block.length - 1) / 2;
}

/** Each line begins with a label: a header, the turns of a talk. */
function isLabelled(block: readonly Line[]): boolean {
  return block.every((line) => /^\p{L}[^:：]{0,30}[:：]\s/u.test(line.text));
}

/** Wide gaps within most lines part columns; so do commas where nothing else does. */
function hasColumns(block: readonly Line[]): boolean {
  const gaps = block.filter((line) => /\S(?: {3,}|\t+ *)\S/.test(line.raw.slice(0, 300)));
  const solid = block.filter((line) => /^[^\s\u2e80-\uffef]{12,}$/.test(line.text));
  return Math.max(gaps.length, solid.length) >= Math.max(2, block.length * 0.6);
}

/** Short lines of which many don't end a sentence. */
function isVerse(block: readonly Line[]): boolean {
  const open = block.slice(0, -1).filter((line) => !endsSentence(line.text, 'stop'));
  return block.every((line) => widthOf(line.text) <= 68) && open.length >= (block.length - 1) * 0.4;
}

/** Set in as code is. */
function isSetIn(block: readonly Line[]): boolean {
  return block.every((line) => line.indent >= 4 && widthOf(line.raw) <= 100);
}
