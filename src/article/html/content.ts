import { type Element, isTag } from 'domhandler';
import { furnitureKind } from './furniture.js';
import { namesOf } from './names.js';
import type { Page } from './page.js';
import { select } from './select.js';
import { type Weight, weigh } from './weigh.js';

/** The part of a page that holds its article, and the furniture to leave out of it. */
export interface Content {
  readonly element: Element | undefined;
  /** Whether an element, with all that is in it, is furniture. */
  readonly isFurniture: (element: Element) => boolean;
}

/**
 * Finds the element that holds the article's own text, and little else.
 *
 * @param heading the article's headline where the page shows one
 */
export function findContent(page: Page, heading: Element | undefined): Content {
  if (!page.whole) return { element: undefined, isFurniture: () => false };
  const isMachinery = (element: Element) => furnitureKind(element) === 'machinery';
  const all = weigh(page.root, isMachinery);
  if (isBare(page, all)) return { element: select('body', page.root)[0], isFurniture: isMachinery };
  const isFurniture = furnitureTest(all, articleAround(heading));
  const kept = weigh(page.root, isFurniture);
  let best: Element | undefined;
  let bestScore = 0;
  for (const [element, weight] of kept) {
    const score = pieces.has(element.name) ? 0 : scoreOf(element, weight);
    if (score <= bestScore * 1.4) continue;
    best = element;
    bestScore = score;
  }
  // Where nothing reads like an article, everything may be one.
  return best
    ? { element: widened(best, kept), isFurniture }
    : { element: undefined, isFurniture: isMachinery };
}

/** Elements that are pieces of a text, never the whole of it. */
const pieces = new Set(
  'p li ul ol blockquote pre dl dd dt figure figcaption h1 h2 h3 h4 h5 h6 tr tbody'.split(' '),
);

/** Whether a page is nothing but its article, as pages written by hand are: then all of it is kept. */
function isBare(page: Page, all: ReadonlyMap<Element, Weight>): boolean {
  const [body] = select('body', page.root);
  const weight = body && all.get(body);
  if (!weight || weight.links > (weight.prose + weight.scraps) * 0.3) return false;
  return !select('*', body).some((element) => (furnitureKind(element) ?? 'machinery') !== 'machinery');
}

/** Something called furniture that holds much of the text of the page is none, whatever its name. */
function furnitureTest(all: ReadonlyMap<Element, Weight>, own: Element | undefined) {
  const total = [...all.values()].reduce((most, { prose }) => Math.max(most, prose), 1);
  return (element: Element): boolean => {
    if (own && element.name === 'article' && isBeside(element, own)) return true;
    const kind = furnitureKind(element);
    if (kind === undefined || kind === 'machinery') return kind !== undefined;
    const prose = all.get(element)?.prose ?? 0;
    if (kind === 'tool') return prose < Math.max(150, total * 0.05);
    if (kind === 'box') return prose < total * 0.5;
    return prose < total * 0.95 && !(prose > total * 0.3 && select('h1', element).length > 0);
  };
}

/** Takes the wrapper of the content instead where its sections stand side by side, each in an element of its own. */
function widened(best: Element, kept: ReadonlyMap<Element, Weight>): Element {
  const { parent, name, attribs } = best;
  const outer = parent && isTag(parent) ? kept.get(parent) : undefined;
  const inner = kept.get(best);
  if (!parent || !isTag(parent) || !outer || !inner || outer.prose === inner.prose) return best;
  const alike = parent.children
    .filter((child) => isTag(child))
    .filter((child) => child !== best && child.name === name && child.attribs.class === attribs.class)
    .map((child) => kept.get(child) ?? { prose: 0, links: 0, scraps: 0 })
    .filter(({ prose, links }) => links < prose * 0.2);
  const added = alike.reduce((sum, { prose }) => sum + prose, 0);
  return added > (outer.prose - inner.prose) * 0.6 ? parent : best;
}

function isBeside(one: Element, other: Element): boolean {
  return one !== other && !within(one, other) && !within(other, one);
}

function articleAround(heading: Element | undefined): Element | undefined {
  for (let one = heading?.parent; one && isTag(one); one = one.parent) if (one.name === 'article') return one;
  return undefined;
}

function within(inner: Element, outer: Element): boolean {
  for (let one = inner.parent; one; one = one.parent) if (one === outer) return true;
  return false;
}

function scoreOf(element: Element, { prose, links, scraps }: Weight): number {
  return (prose + scraps * 0.6 - Math.min(links, prose * 0.9)) * favour(element);
}

const contentNames =
  / (?:entry content|post content|article content|article body|articlebody|post body|entry body|story body|article text|content body|body content|e content|single content|page content|blog content|news content|post text|entry|articletext|story content|body copy|article main|main content) /;

function favour(element: Element): number {
  if (furnitureKind(element)) return 0.5;
  if (/\barticleBody\b/i.test(element.attribs.itemprop ?? '')) return 1.5;
  if (contentNames.test(namesOf(element))) return 1.3;
  if (element.name === 'article' || element.name === 'main') return 1.1;
  return 1;
}
