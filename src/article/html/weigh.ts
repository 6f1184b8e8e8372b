import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { isInline } from './inline.js';

/** What counting has found of one element and all that is in it. */
export interface Weight {
  /** Letters of running text outside links. */
  readonly prose: number;
  /** Letters in links. */
  readonly links: number;
  /** Letters outside links in lines too short to be sentences. */
  readonly scraps: number;
}

/**
 * Weighs every element of a tree, children before their parents.
 *
 * @param leftOut elements that count nothing, nor anything in them
 */
export function weigh(root: AnyNode, leftOut: (element: Element) => boolean): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const visit = (node: AnyNode, inLink: boolean): Weight => {
    let prose = 0;
    let links = 0;
    let scraps = 0;
    let text = 0;
    let linked = 0;
    const endLine = () => {
      const own = text - linked;
      if (own >= shortest) prose += Math.max(0, own - linked);
      else scraps += own;
      links += linked;
      text = 0;
      linked = 0;
    };
    const take = (child: AnyNode, link: boolean) => {
      if (isText(child)) {
        const letters = child.data.replace(/\s+/g, ' ').length;
        text += letters;
        if (link) linked += letters;
      } else if (isTag(child) && !leftOut(child)) {
        const within = link || child.name === 'a';
        if (isInline(child)) for (const one of child.children) take(one, within);
        else {
          endLine();
          const weight = visit(child, within);
          prose += weight.prose;
          links += weight.links;
          scraps += weight.scraps;
        }
      }
    };
    if ('children' in node) for (const child of node.children) take(child, inLink);
    endLine();
    if (isTag(node)) weights.set(node, { prose, links, scraps });
    return { prose, links, scraps };
  };
  visit(root, false);
  return weights;
}

/** A line with fewer letters outside links is no sentence. */
const shortest = 25;
