import { type Element, isTag, type ParentNode } from 'domhandler';
import { removeElement } from 'domutils';
import { announcesOthers } from './announcing.js';
import { select } from './select.js';
import { textOf } from './text.js';

/**
 * Takes out what leads to other articles: a line like "Read more: …" that is mostly a link, and a heading like
 * "Related" with the links below it.
 */
export function dropAnnouncements(root: ParentNode): void {
  for (const element of select('p,h2,h3,h4,h5,h6,li,strong,b,div,span', root)) {
    if (!element.parent) continue;
    if (!announcesOthers(textOf(element))) continue;
    if (linkShare(element) > 0.4) removeElement(element);
    else {
      const others = linksBelow(element);
      if (others.length > 0) for (const one of [element, ...others]) removeElement(one);
    }
  }
}

function linksBelow(element: Element): Element[] {
  const found: Element[] = [];
  for (let next = nextElement(element); next && linkShare(next) > 0.5; next = nextElement(next))
    found.push(next);
  return found;
}

/** The share of an element's text that stands in links. */
function linkShare(element: Element): number {
  const all = textOf(element).length;
  const links = element.name === 'a' ? [element] : select('a', element);
  return all && links.reduce((sum, link) => sum + textOf(link).length, 0) / all;
}

function nextElement(element: Element): Element | undefined {
  for (let one = element.next; one; one = one.next) {
    if (isTag(one) && (textOf(one) || select('img', one).length > 0)) return one;
  }
  return undefined;
}
