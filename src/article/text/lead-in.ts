import { isName } from './is-name.js';
import { isKicker } from './kicker.js';
import type { Mark } from './mark.js';
import { markerOf } from './markers.js';
import { readsAsParagraph } from './reads-as-paragraph.js';
import { isRole } from './role.js';
import { isSection } from './section.js';
import type { Unit } from './unit.js';

/**
 * What a text above the title is: the name of a section or publication; a shout, or one or two words right on top of a
 * title; a name that a bullet, a date or a role makes a byline.
 *
 * @param units the beginning of the file
 * @param index which of them
 * @returns nothing where the text may itself be the title
 */
export function leadInOf(units: readonly Unit[], index: number): 'kicker' | 'name' | undefined {
  const unit = units[index];
  if (!unit) return undefined;
  const bare = unit.text.slice(markerOf(unit.text).length);
  const words = bare.split(' ').length;
  if (isSection(bare)) return 'kicker';
  const subtitled = isSubtitled(units, index + 1);
  if (isKicker(bare)) return subtitled || isAboveTitle(units, index, 1) ? 'kicker' : undefined;
  const next = units[index + 1];
  const introduced =
    markerOf(unit.text) !== '' || (next && (next.marks?.some(isPersonal) || isRole(next.text)));
  if (introduced && words <= 4 && isName(bare) && isAboveTitle(units, index, 4)) return 'name';
  if (words > 2 || next === undefined || next.marks) return undefined;
  const right = !next.gap && isAboveTitle(units, index, words === 1 ? 3 : 5);
  return right || subtitled ? 'kicker' : undefined;
}

function isPersonal(mark: Mark): boolean {
  return (
    ['date', 'aside', 'contact'].includes(mark.kind) || (mark.kind === 'authors' && mark.trust === 'desk')
  );
}

/** Whether a text has another below it and metadata below that: it is then the title of the two. */
function isSubtitled(units: readonly Unit[], index: number): boolean {
  const [title, subtitle, meta] = units.slice(index, index + 3);
  if (!title || title.marks || !subtitle || subtitle.marks || !meta || isName(subtitle.text)) return false;
  if (title.text.split(' ').length < 4 || readsAsParagraph(title.text)) return false;
  return meta.marks !== undefined || isName(meta.text);
}

/** Whether the next text may be a title of so many words: metadata, a name or a paragraph follows it. */
function isAboveTitle(units: readonly Unit[], index: number, words: number): boolean {
  const place = units.findIndex((unit, at) => at > index && !unit.marks);
  const title = units[place];
  const after = units[place + 1];
  if (!title || !after || readsAsParagraph(title.text) || title.text.split(' ').length < words) return false;
  const follows = units
    .slice(place + 1, place + 3)
    .some(({ text, marks }) => !marks && readsAsParagraph(text));
  if (follows || after.marks !== undefined || isName(after.text)) return true;
  return units.slice(place + 1).some((unit) => unit.underlined);
}
