import { endsSentence } from './ends-sentence.js';
import type { Line } from './lines.js';
import { widthOf } from './width.js';

/**
 * The width at which the lines of a text were broken, in columns; nothing where a line is a paragraph (or a verse).
 *
 * Text is hard-wrapped where lines are full, which is to say that the first word of the next line would not have
 * fitted; where few full lines end a sentence, as paragraphs do; and where few begin with a capital or end in a pause,
 * as verses do; and where hardly any text stands in longer lines.
 *
 * @param blocks runs of lines without blank ones
 */
export function measureWrap(blocks: readonly (readonly Line[])[]): number | undefined {
  const runs = blocks
    .slice(0, 2000)
    .map((block) => toJoints(block.slice(0, 2000)))
    .filter((joints) => joints.length > 0);
  const widths = runs
    .flat()
    .map(({ line }) => widthOf(line.raw))
    .sort((one, other) => one - other);
  const width = widths[Math.floor((widths.length - 1) * 0.97)];
  if (width === undefined || width < narrowest || width > widest) return undefined;
  if (isExceeded(blocks, width)) return undefined;
  const isFullHere = ({ line, next }: Joint) => isFull(line, next, width);
  const wrapped = runs.filter((joints) => joints.filter(isFullHere).length >= joints.length / 2);
  const full = wrapped.flat().filter(isFullHere);
  const wide = widths.filter((one) => one > width * 0.6);
  if (wrapped.flat().length < wide.length * 0.3) return undefined;
  return isClosed(full) || isVersed(full, wrapped, width) ? undefined : width;
}

const narrowest = 24;
const widest = 130;

/** A line and the next, with no blank line between. */
interface Joint {
  readonly line: Line;
  readonly next: Line;
  readonly isLast: boolean;
}

function toJoints(block: readonly Line[]): Joint[] {
  return block.slice(1).flatMap((next, index) => {
    const line = block[index];
    return line ? [{ line, next, isLast: index === block.length - 2 }] : [];
  });
}

/** Much of the text stands in lines that are longer. */
function isExceeded(blocks: readonly (readonly Line[])[], width: number): boolean {
  const all = blocks.flat().map(({ raw }) => widthOf(raw));
  const over = all.filter((one) => one > width * 1.2);
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
  return sum(over) > sum(all) * 0.25;
}

/** Most lines end a sentence: each is a paragraph. */
function isClosed(full: readonly Joint[]): boolean {
  return full.filter(({ line }) => endsSentence(line.text)).length > full.length * 0.6;
}

function isVersed(full: readonly Joint[], blocks: readonly (readonly Joint[])[], width: number): boolean {
  const open = full.filter(({ line }) => !endsSentence(line.text));
  const capitals = open.filter(({ next }) => /^["'“‘«(]?\p{Lu}/u.test(next.text));
  const shouted = open.filter(({ next }) => !/\p{Ll}/u.test(next.text));
  if (open.length > 3 && capitals.length > open.length * 0.75 && shouted.length < open.length * 0.5)
    return true;
  const pauses = full.filter(({ line }) => /[,;:.!?—–-]["'”’»]?$/u.test(line.text));
  if (width >= narrow) return full.length > 5 && pauses.length > full.length * 0.5;
  const ends = blocks.flat().filter(({ isLast }) => isLast);
  const even = ends.filter(({ next }) => widthOf(next.raw) > width * 0.7);
  return (
    pauses.length > full.length * 0.4 || (pauses.length >= full.length * 0.2 && even.length === ends.length)
  );
}

/** Below this width verse is as likely as prose. */
const narrow = 52;

/**
 * Whether a line was broken because the next word did not fit. Writers and programs leave some room at the end, hence
 * the slack.
 */
export function isFull(line: Line, next: Line, width: number): boolean {
  const word = widthOf(/^\S+/.exec(next.text)?.[0] ?? '');
  return widthOf(line.raw) + 1 + (word > width / 3 ? 2 : word) > width * 0.86;
}
