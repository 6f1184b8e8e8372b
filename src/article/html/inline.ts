import type { Element } from 'domhandler';

/** Whether an element stands in a line of text; the edges of all others end a line. */
export function isInline(element: Element): boolean {
  return inline.has(element.name);
}

const inline = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
