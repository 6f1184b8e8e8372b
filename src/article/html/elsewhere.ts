import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler';
import { namesOf } from './names.js';

/**
 * Makes a test for elements that speak of other things than the article: comments, other articles, the site.
 * Only what lies between an element and its nearest ancestor around the anchor counts, so the names of wrappers
 * around the whole page don't.
 *
 * @param anchor something that surely belongs to the article: its headline, or its text
 */
export function elsewhereFrom(anchor: AnyNode | undefined): (element: Element) => boolean {
  const around = new Set<ParentNode>();
  for (let one = anchor?.parent; one; one = one.parent) around.add(one);
  const known = new Map<ParentNode, boolean>();
  const test = (element: ParentNode | null): boolean => {
    if (!element || !isTag(element) || element === anchor || around.has(element)) return false;
    const before = known.get(element);
    if (before !== undefined) return before;
    const result = speaksOfOthers(element) || test(element.parent);
    known.set(element, result);
    return result;
  };
  return test;
}

function speaksOfOthers(element: Element): boolean {
  const names = namesOf(element);
  if (otherNames.test(names)) return true;
  if (element.name === 'nav' || element.name === 'aside') return !ownNames.test(names);
  if (element.name === 'footer' || siteNames.test(names)) return !standsInArticle(element);
  return false;
}

const otherNames =
  / (?:comments?|commentlist|comentarios|kommentare|disqus|respond|reactions|breadcrumbs?|related|relatedposts|recommended|recommendations|popular|trending|recent|latest|archives?|blogroll|outbrain|taboola|newsletter|pagination|cookies?|cookiebar|consent|gdpr|login|signup|search|advert|advertisement|ads?|sponsored|promo|mostread|most read|readmore|read more|more news|swiper|carousel|slider) /;
const siteNames = / (?:nav|navigation|navbar|sidebar|widgets?|footer|masthead|menu) /;
const ownNames = / (?:author|byline|meta|info|article|entry|post|details|data|blogdata) /;

function standsInArticle(element: Element): boolean {
  for (let one: ParentNode | null = element; one && isTag(one); one = one.parent) {
    if (one.name === 'article' || articleNames.test(namesOf(one))) return true;
  }
  return false;
}

const articleNames = / (?:article|hentry|post|entry|news|story|single) /;
