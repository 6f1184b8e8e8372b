import type { ReadContext } from '../article.js';
import { readLabels } from './label.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { readMeta } from './read-meta.js';
import type { Unit } from './unit.js';
import { isFull } from './wrap.js';

/**
 * Takes lines one by one: each is metadata or text. A label whose value stands on the next line takes that too, and so
 * does a labelled text that runs on.
 *
 * @param lines in the order of the file
 * @param wrap the width at which the text is hard-wrapped, if it is
 * @param context for dates
 */
export function toRows(lines: readonly Line[], wrap: number | undefined, context: ReadContext): Unit[] {
  const rows: Unit[] = [];
  let gap = true;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || line.text === '') {
      gap = true;
      index += 1;
      continue;
    }
    const row = readLabelAbove(lines, index, context) ?? readRow(lines, index, line, wrap, context);
    rows.push({ ...row, gap });
    gap = false;
    index += row.lines.length;
  }
  return rows.map((row, index) =>
    isHeader(rows, index) ? { ...row, marks: [{ kind: 'aside', line: row.lines[0]?.number ?? 1 }] } : row,
  );
}

/** A line with a label that is not known, in a block that states a title with one. */
function isHeader(rows: readonly Unit[], index: number): boolean {
  const row = rows[index];
  if (!row || row.marks || !/^\p{L}[\p{L} _-]{1,24}[:：](?:\s.{1,80})?$/u.test(row.text)) return false;
  for (let above = index - 1; above >= 0 && !rows[above + 1]?.gap; above -= 1)
    if (rows[above]?.marks?.some(({ kind }) => kind === 'title')) return true;
  return false;
}

function readRow(
  lines: readonly Line[],
  index: number,
  line: Line,
  wrap: number | undefined,
  context: ReadContext,
): Unit {
  const next = lines[index + 1];
  const marks = readMeta(line.text, line.number, context);
  if (marks?.[0] && runsOn.has(marks[0].kind)) return readLong(lines, index, line, wrap, context);
  const underlined = !marks && next !== undefined && isUnderline(next.text, line.text);
  const own = underlined ? [line, next] : [line];
  return { lines: own, text: line.text, underlined, gap: false, ...(marks && { marks }) };
}

const runsOn: ReadonlySet<Mark['kind']> = new Set(['title', 'summary', 'tags']);

/** A labelled text goes on over lines that are set in, or that follow a full one. */
function readLong(
  lines: readonly Line[],
  index: number,
  line: Line,
  wrap: number | undefined,
  context: ReadContext,
): Unit {
  const own = [line];
  for (const next of lines.slice(index + 1, index + 12)) {
    const last = own.at(-1) ?? line;
    const goesOn = next.indent > line.indent || (wrap !== undefined && isFull(last, next, wrap));
    if (next.text === '' || !goesOn || readMeta(next.text, next.number, context)) break;
    own.push(next);
  }
  const text = own.map((one) => one.text).join(' ');
  const marks = readMeta(text, line.number, context) ?? [];
  return { lines: own, text, marks, underlined: false, gap: false };
}

/** "Published" on one line and the date on the next, with or without a blank line between. */
function readLabelAbove(lines: readonly Line[], index: number, context: ReadContext): Unit | undefined {
  const line = lines[index];
  const next = lines.slice(index + 1, index + 3).find(({ text }) => text !== '');
  if (!line || !next || line.text.length > 40) return undefined;
  const name = line.text.replace(/^[-*•]\s+/, '').replace(/\s*[:：]$/, '');
  const label = readLabels(name).find(({ value }) => value === '');
  if (!label || (name === line.text && !standsAlone(label.field, name))) return undefined;
  const marks = readMeta(`${name}: ${next.text}`, next.number, context);
  if (!marks || marks.some(({ kind }) => kind === 'furniture' || kind === 'aside')) return undefined;
  const own = lines.slice(index, lines.indexOf(next, index) + 1);
  return { lines: own, text: name, marks, underlined: false, gap: false };
}

/** Without a colon only a date proves its label, or a name that of an author. */
function standsAlone(field: string, name: string): boolean {
  return (
    field === 'published' ||
    field === 'updated' ||
    (field === 'authors' && /^(?:by|author|authors|written by|von|par|por|autor|auteur)$/i.test(name))
  );
}

/** A row of one sign; of others than the two usual ones only if it is about as long as what it stands under. */
function isUnderline(text: string, above: string): boolean {
  const sign = /^([=\-~*_#^—–"'`+.])\1{2,}$/u.exec(text)?.[1];
  return sign !== undefined && (sign === '=' || sign === '-' || text.length > above.length / 2);
}
