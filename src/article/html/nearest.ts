import type { Element } from 'domhandler';
import { away } from './away.js';

/**
 * The element that stands nearest to a place in the markup, with those at its side: the links to two authors of one
 * article have little between them. What comes before the place counts as twice as far.
 *
 * @param from characters from the beginning of the markup
 */
export function nearest(elements: readonly Element[], from: number): Element[] {
  const distance = ({ startIndex }: Element) => away(startIndex ?? 0, from);
  const first = elements.reduce<Element | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
  if (!first) return [];
  const together = [first];
  let end = first.endIndex ?? 0;
  for (const element of elements.slice(elements.indexOf(first) + 1)) {
    const gap = (element.startIndex ?? 0) - end;
    if (gap < 0) continue;
    if (gap > reach) break;
    together.push(element);
    end = element.endIndex ?? end;
  }
  return together;
}

/** Characters of markup between two names: a comma, and the ends and beginnings of some tags. */
const reach = 90;
