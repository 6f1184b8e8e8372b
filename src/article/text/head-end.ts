import { endsSentence } from './ends-sentence.js';
import { isName } from './is-name.js';
import { markerOf } from './markers.js';
import { readNames } from './read-names.js';
import { readsAsParagraph } from './reads-as-paragraph.js';
import { isSection } from './section.js';
import type { Unit } from './unit.js';
import { widthOf } from './width.js';

/**
 * Finds the last unit of the head: the metadata below the title, over texts that may stand between.
 *
 * @param units the beginning of the file
 * @param start the index of the title, or of the last unit above the first text where there is none
 * @param titled whether there is a title
 */
export function headEnd(units: readonly Unit[], start: number, titled: boolean): number {
  let end = start;
  let between: Unit[] = [];
  const chronicle = isChronicle(units.slice(start + 1));
  for (const [index, unit] of units.entries()) {
    if (index <= start) continue;
    if (!unit.marks && !(between.length === 0 && isNamed(unit, units.slice(0, index)))) {
      between.push(unit);
      const sentences = between.filter(({ text }) => readsAsParagraph(text));
      if (between.length > 4 || sentences.length > 1 || !titled || widthOf(unit.text) > 320) break;
    } else if (
      between.length === 0 ||
      (!(chronicle && isBareDate(unit)) && extendsOver(units, index, between))
    ) {
      end = index;
      between = [];
    }
  }
  return titled && isBareByline(units, end) ? end + 1 : end;
}

/** The name of an author who stands above, once more. */
function isNamed(unit: Unit, above: readonly Unit[]): boolean {
  const name = bare(unit);
  const marks = above.flatMap((one) => one.marks ?? []);
  const stated = marks.some(
    (mark) => mark.kind === 'authors' && mark.people.some((one) => one.name === name),
  );
  return stated || (isName(name) && above.some((one) => !one.marks && bare(one) === name));
}

function bare({ text }: Unit): string {
  return text.slice(markerOf(text).length);
}

/**
 * A date or a byline proves that what stands above it is head, if text still follows. It reaches over a whole sentence
 * only where it is the first: below a byline, a date ahead of a paragraph may be the text's own. Furniture reaches over
 * a subtitle.
 */
function extendsOver(units: readonly Unit[], index: number, between: readonly Unit[]): boolean {
  const after = units.slice(index + 1).filter((unit) => !unit.marks);
  const sentences = between.filter(({ text }) => readsAsParagraph(text));
  if (after.length === 0) return false;
  if (!states(units[index])) {
    const furnished = units[index]?.marks?.some(({ kind }) => kind === 'furniture');
    return furnished === true && between.length === 1 && between.every(({ text }) => isSubtitle(text));
  }
  if (sentences.length === 0) return true;
  const first = !units.slice(0, index).some(states);
  return sentences.length === 1 && first && after.some(({ text }) => readsAsParagraph(text));
}

function isSubtitle(text: string): boolean {
  return !endsSentence(text, 'stop') && !readsAsParagraph(text) && widthOf(text) < 160;
}

function states(unit: Unit | undefined): boolean {
  return unit?.marks?.some(({ kind }) => kind === 'date' || kind === 'authors') ?? false;
}

/** Different bare dates, each with text below it: days that the text tells of. */
function isChronicle(units: readonly Unit[]): boolean {
  const days = units.flatMap((unit, index) => {
    const [mark] = unit.marks ?? [];
    const heads = isBareDate(unit) && units[index + 1] !== undefined && !units[index + 1]?.marks;
    return heads && mark?.kind === 'date' ? [mark.date.instant] : [];
  });
  return new Set(days).size > 1;
}

function isBareDate({ marks }: Unit): boolean {
  return marks?.length === 1 && marks[0]?.kind === 'date' && !marks[0].labelled && !marks[0].date.relative;
}

/** "Jane Doe" right below the title and above the first paragraph; "Jane Doe and John Roe" above anything. */
function isBareByline(units: readonly Unit[], end: number): boolean {
  const [title, next, after] = units.slice(end, end + 3);
  if (!title || !next || !after || title.marks || next.marks || after.marks || isSection(next.text))
    return false;
  const people = next.text.length <= 120 ? readNames(next.text) : [];
  const named = people.length > 0 && people.every(({ name }) => name.includes(' ') && isName(name));
  if (!named || next.text.split(' ').length > 20) return false;
  return people.length > 1 || (readsAsParagraph(after.text) && title.text.split(' ').length > 2);
}
