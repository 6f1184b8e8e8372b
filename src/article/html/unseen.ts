import type { Element } from 'domhandler';

/** Whether the content of an element is no text of the page. */
export function isUnseen(element: Element): boolean {
  return unseen.has(element.name);
}

const unseen = new Set(
  'script style noscript template title svg math iframe object select textarea'.split(' '),
);
