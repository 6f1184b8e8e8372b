import { alike } from './alike.js';
import { endsSentence } from './ends-sentence.js';
import { isKicker } from './kicker.js';
import { leadInOf } from './lead-in.js';
import { markerOf } from './markers.js';
import { readsAsParagraph } from './reads-as-paragraph.js';
import { isSection } from './section.js';
import type { Unit } from './unit.js';

/**
 * Chooses the title among the units of the beginning: the first text that is neither the name of a section nor a byline,
 * unless it reads as a paragraph.
 *
 * @param units the beginning of the file
 * @param stated the title that is known already: then only a text that repeats it is one
 * @returns the index of the title among the units
 */
export function chooseTitle(units: readonly Unit[], stated?: string): number | undefined {
  const labelled =
    stated ?? units.flatMap((unit) => unit.marks ?? []).find((mark) => mark.kind === 'title')?.text;
  const texts = [...units.entries()].filter(([, unit]) => !unit.marks).slice(0, 8);
  const isParagraph = ({ text, underlined }: Unit) =>
    readsAsParagraph(text) && !isSection(text) && !(underlined && !endsSentence(text, 'stop'));
  const paragraph = texts.findIndex(([, unit]) => isParagraph(unit));
  const above = paragraph < 0 ? texts : texts.slice(0, paragraph);
  if (labelled !== undefined) {
    const repeated = texts.findIndex(([, unit]) => alike(unit.text, labelled));
    return repeated <= above.length && repeated < 3 ? texts[repeated]?.[0] : undefined;
  }
  const candidates = above.filter(([index]) => mayBeTitle(units, index));
  const own = candidates.find(([index]) => leadInOf(units, index) === undefined);
  const last = candidates.at(-1);
  if (own) return own[0];
  return last && !isKicker(last[1].text) ? candidates[0]?.[0] : undefined;
}

/** A sentence stands as a title only by itself; an item of a list only where the lines around are items too. */
function mayBeTitle(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (!unit) return false;
  const next = units[index + 1];
  if (/^[-*•·▪►–—>]\s/u.test(markerOf(unit.text)))
    return [units[index - 1], next].some((one) => one?.marks !== undefined);
  return !endsSentence(unit.text, 'stop') || next === undefined || next.gap || next.marks !== undefined;
}
