import type { ReadContext } from '../article.js';
import { alike } from './alike.js';
import { chooseTitle } from './choose-title.js';
import { isDesk } from './desk.js';
import { headEnd } from './head-end.js';
import { isName } from './is-name.js';
import { leadInOf } from './lead-in.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { markerOf } from './markers.js';
import { readNames } from './read-names.js';
import { isRights } from './rights.js';
import { isRole } from './role.js';
import { isSection } from './section.js';
import type { Unit } from './unit.js';
import { toUnits } from './units.js';

/** What stands above the body. */
export interface Head {
  readonly marks: readonly Mark[];
  /** How many lines it takes, blank ones included. */
  readonly end: number;
}

/**
 * Finds the head: everything down to the title, and from there on down to the last date or byline that no more than two
 * short texts (a subtitle, a caption) part from it. What follows is the body.
 *
 * @param lines the file
 * @param wrap the width at which the text is hard-wrapped, if it is
 * @param context for dates
 * @param stated the title that is known already: then only a line that repeats it is one
 */
export function readHead(
  lines: readonly Line[],
  wrap: number | undefined,
  context: ReadContext,
  stated?: string,
): Head {
  const units = toUnits(beginning(lines), wrap, context);
  const title = chooseTitle(units, stated);
  const first = units.findIndex((unit) => !unit.marks && !isSection(unit.text));
  const start = title ?? (first < 0 ? units.length : first) - 1;
  const head = units.slice(0, headEnd(units, start, title !== undefined || stated !== undefined) + 1);
  const known = title === undefined ? stated : units[title]?.text;
  const marks = head.flatMap((unit, index): readonly Mark[] => {
    if (unit.marks) return unit.marks;
    const line = unit.lines[0]?.number ?? 1;
    if (index === title) return [{ kind: 'title', text: unit.text, line }];
    if (index < start) return above(units, index, line);
    return known !== undefined && alike(unit.text, known) ? [{ kind: 'aside', line }] : below(unit, line);
  });
  const last = head.at(-1)?.lines.at(-1);
  return { marks, end: last ? lines.indexOf(last) + 1 : 0 };
}

/** As many lines as a head may take. */
function beginning(lines: readonly Line[]): Line[] {
  const written = lines.filter((line) => line.text !== '')[80];
  return written ? lines.slice(0, lines.indexOf(written)) : [...lines];
}

/** A text above the title: somebody's name where the lines around it make it one, else the name of a section. */
function above(units: readonly Unit[], index: number, line: number): readonly Mark[] {
  if (leadInOf(units, index) !== 'name') return [{ kind: 'aside', line }];
  const text = units[index]?.text ?? '';
  return [{ kind: 'authors', people: readNames(text.slice(markerOf(text).length)), trust: 'name', line }];
}

/** A text between the title and a date or byline: a name, what somebody is, or else the subtitle. */
function below(unit: Unit, line: number): readonly Mark[] {
  const text = unit.text.slice(markerOf(unit.text).length);
  if (isDesk(text)) return [{ kind: 'authors', people: readNames(text), trust: 'desk', line }];
  if (isSection(text) || isRole(text) || isRights(text)) return [{ kind: 'aside', line }];
  const people = text.split(' ').length <= 8 ? readNames(text.replace(/^de\s+(?=\p{Lu})/iu, '')) : [];
  const named = people.length > 0 && people.every(({ name }) => name.includes(' ') && isName(name));
  return [named ? { kind: 'authors', people, trust: 'name', line } : { kind: 'summary', text, line }];
}
