import type { ReadContext } from '../article.js';
import { shapeOf } from './block-shape.js';
import { continues } from './continues.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';
import { toParagraphs } from './paragraphs.js';
import { toRows } from './rows.js';
import type { Unit } from './unit.js';
import { isFull } from './wrap.js';

/**
 * Parts the beginning of a file into units: each line of metadata for itself, the lines between them joined as far as
 * they run on.
 *
 * @param lines the first lines of the file
 * @param wrap the width at which the text is hard-wrapped, if it is
 * @param context for dates
 */
export function toUnits(lines: readonly Line[], wrap: number | undefined, context: ReadContext): Unit[] {
  const units: Unit[] = [];
  let run: Unit[] = [];
  for (const row of toRows(lines, wrap, context)) {
    if (row.gap || row.marks) {
      units.push(...toTexts(run, wrap));
      run = [];
    }
    if (row.marks) units.push(row);
    else run.push(row);
  }
  return [...units, ...toTexts(run, wrap)];
}

/** Wrapped lines become paragraphs; of others, those that go on as titles do are joined. */
function toTexts(run: readonly Unit[], wrap: number | undefined): Unit[] {
  const [first, second] = run;
  if (!first) return [];
  if (second && stands(first, second, wrap)) return [first, ...toTexts(run.slice(1), wrap)];
  const lines = run.flatMap((row) => row.lines);
  if (run.length < 3 || run.some((row) => row.underlined) || shapeOf(lines, wrap) !== 'wrapped')
    return joined(run, wrap);
  return toParagraphs(lines, wrap).map((paragraph, index) => ({
    ...paragraph,
    underlined: false,
    gap: index === 0 && first.gap,
  }));
}

/** A line that is not full above one that begins anew: a title right on top of wrapped text. */
function stands(first: Unit, second: Unit, wrap: number | undefined): boolean {
  const [line] = first.lines;
  const [next] = second.lines;
  if (!line || !next || wrap === undefined || first.underlined || second.underlined) return false;
  return !isFull(line, next, wrap) && !continues(line, next, wrap) && markerOf(line.text) === '';
}

function joined(run: readonly Unit[], wrap: number | undefined): Unit[] {
  const units: Unit[] = [];
  for (const row of run) {
    const last = units.at(-1);
    if (last && goesOn(last, row, wrap)) units.splice(-1, 1, together(last, row));
    else units.push(row);
  }
  return units;
}

function goesOn(unit: Unit, row: Unit, wrap: number | undefined): boolean {
  const above = unit.lines.at(-1);
  const [line] = row.lines;
  if (!above || !line || unit.underlined || unit.lines.length > 2 || markerOf(line.text) !== '') return false;
  return continues(above, line, wrap);
}

function together(unit: Unit, row: Unit): Unit {
  const lines = [...unit.lines, ...row.lines];
  return { ...unit, lines, text: `${unit.text} ${row.text}`, underlined: row.underlined };
}
