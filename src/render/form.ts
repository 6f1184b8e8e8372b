import type { Slots } from './slots.js';

/**
 * Makes forms: markup that the package `feed` lays out once, for all entries that differ in nothing but their text.
 * Since the package is shown slots alone, entries of one shape (so many tags, an enclosure or none) ask the very same
 * of it, and get the very same from it.
 *
 * @param lay asks the package, and mends what it lays out
 * @returns gives the filled form for what is asked of the package, and the slots that are named in it
 */
export function form<Asked>(lay: (asked: Asked) => string): (asked: Asked, slots: Slots) => string {
  const laid = new Map<string, string>();
  return (asked, slots) => {
    const shape = JSON.stringify(asked);
    let markup = laid.get(shape);
    if (markup === undefined) {
      markup = complete(lay(asked), shape);
      if (laid.size >= mostForms) laid.clear();
      laid.set(shape, markup);
    }
    return slots.fill(markup);
  };
}

/** The markup, which must show every slot: else what belongs there would be lost without a word. */
function complete(markup: string, shape: string): string {
  const shown = new Set(markup.match(slot));
  const lost = shape.match(slot)?.find((one) => !shown.has(one));
  if (lost) throw new Error(`Cannot fill ${lost}: the package "feed" no longer writes it`);
  return markup;
}

const slot = /slot:\d+/g;

/** A folder has a few shapes; one that has more gets by without memory of them. */
const mostForms = 200;
