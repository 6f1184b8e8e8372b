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
  const own = articleAround(heading);
  const all = weigh(page.root, (element) => furnitureKind(element) === 'machinery');
  const total = Math.max(1, ...[...all.values()].map(({ prose }) => prose));
  const isFurniture = (element: Element) => {
    if (element.name === 'article' && own && element !== own && !within(own, element) && !within(element, own)) return true;
    const kind = furnitureKind(element);
    if (kind === undefined) return false;
    const prose = all.get(element)?.prose ?? 0;
    if (kind === 'machinery') return true;
    if (kind === 'tool') return prose < Math.max(150, total * 0.05);
    if (kind === 'box') return prose < total * 0.5;
    return prose < total * 0.95 && !(prose > total * 0.3 && select('h1', element).length > 0);
  };
  const kept = weigh(page.root, isFurniture);
  let best: Element | undefined;
  let bestScore = 0;
  for (const [element, weight] of kept) {
    const score = scoreOf(element, weight);
    if (score > bestScore * 1.4) {
      best = element;
      bestScore = score;
    }
  }
  return { element: best, isFurniture };
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
