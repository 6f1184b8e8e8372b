import type { ReadContext } from '../article.js';
import { readClosing } from './closing.js';
import { isName } from './is-name.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { cutPointers } from './pointers.js';
import { toRows } from './rows.js';
import type { Unit } from './unit.js';

/** What stands below the body. */
export interface Tail {
  readonly marks: readonly Mark[];
  /** How many lines, blank ones included, are above it. */
  readonly start: number;
}

/**
 * Finds the tail: from the end of the file upwards, the lines that are metadata or furniture. How to reach somebody is
 * text where nothing else of the tail stands above it.
 *
 * @param lines what follows the head
 * @param wrap the width at which the text is hard-wrapped, if it is
 * @param context for dates
 */
export function readTail(lines: readonly Line[], wrap: number | undefined, context: ReadContext): Tail {
  const cut = cutPointers(lines);
  const from = Math.max(0, cut.start - longest);
  const rows = toRows(lines.slice(from, cut.start), wrap, context);
  const taken: (readonly Mark[])[] = [];
  let start = cut.start;
  let firm = { start, count: 0 };
  for (const [index, row] of [...rows.entries()].reverse()) {
    const marks = readRow(row, rows[index + 1], taken[0], context);
    if (!marks) break;
    taken.unshift(marks);
    const [first] = row.lines;
    if (first) start = lines.indexOf(first, from);
    if (marks.some(({ kind }) => kind !== 'contact')) firm = { start, count: taken.length };
  }
  const marks = [...taken.slice(taken.length - firm.count).flat(), ...cut.marks];
  return { marks: marks.map(asSource), start: firm.start };
}

/** No tail is longer, in lines. */
const longest = 100;

function readRow(
  row: Unit,
  next: Unit | undefined,
  below: readonly Mark[] | undefined,
  context: ReadContext,
): readonly Mark[] | undefined {
  const line = row.lines[0]?.number ?? 1;
  const marks = row.underlined ? undefined : (readClosing(row.text, line, context) ?? row.marks);
  if (marks) return marks;
  const signed = next !== undefined && !next.gap && below?.[0]?.kind === 'date';
  const name = /^(?:[—–-]{1,2}\s*)(.{3,40})$/u.exec(row.text)?.[1] ?? (signed ? row.text : '');
  if (!name.includes(' ') || name.split(' ').length > 4 || !isName(name)) return undefined;
  return [{ kind: 'authors', people: [{ name }], trust: 'name', line }];
}

/** An agency at the end says where the copy came from, not who signed it. */
function asSource(mark: Mark): Mark {
  return mark.kind === 'authors' && mark.trust === 'desk' ? { ...mark, trust: 'source' } : mark;
}
