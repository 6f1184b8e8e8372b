import type { Element } from 'domhandler';
import { namesOf } from './names.js';

/**
 * What a part of a page is there for, where that is not its article:
 * `machinery` is nothing to read; a `tool` is something to click; a `box` speaks of other things; `talk` is readers'.
 */
export type Furniture = 'machinery' | 'tool' | 'box' | 'talk';

/** Tells furniture from article by tag, role, class and id; nothing where an element may well be article. */
export function furnitureKind(element: Element): Furniture | undefined {
  if (machinery.has(element.name)) return 'machinery';
  if (never.has(element.name)) return undefined;
  if (known.has(element)) return known.get(element);
  const kind = tell(element);
  known.set(element, kind);
  return kind;
}

/** The same elements are asked about again and again. */
const known = new WeakMap<Element, Furniture | undefined>();

function tell(element: Element): Furniture | undefined {
  const { name, attribs } = element;
  if (isHidden(attribs)) return 'box';
  const names = namesOf(element);
  if (names && !contentNames.test(names)) {
    if (talkNames.test(names)) return 'talk';
    if (toolNames.test(names)) return 'tool';
    if (boxNames.test(names)) return 'box';
  }
  if (toolTags.has(name)) return 'tool';
  return boxTags.has(name) ? 'box' : undefined;
}

function isHidden(attribs: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attribs || /display:\s{0,3}none/i.test(attribs.style ?? '');
}

const machinery = new Set(
  'script style noscript template input textarea select svg object embed applet frameset link meta base head title'.split(
    ' ',
  ),
);
const never = new Set(['html', 'head', 'body', 'main', 'article']);
const toolTags = new Set(['nav', 'button', 'form', 'menu', 'dialog', 'header']);
const boxTags = new Set(['aside', 'footer']);

/** Names of what holds the text of an article, whatever else it is called. */
const contentNames =
  / (?:(?:entry|post|article|story|news|text|main|single|blog|page) (?:content|body|text|copy)|(?:content|text) body|articlebody|articletext|e content|body copy) /;

const talkNames =
  / (?:comments?|commentlist|comentarios|commentaires|kommentare?|disqus|respond|reactions|leserkommentare|diskussion|trackbacks?|pingbacks?) /;
const toolNames =
  / (?:nav|navigation|navbar|breadcrumbs?|share|sharing|shares|sharebar|sharedaddy|social|socialmedia|addthis|addtoany|menu|pagination|pager|tags|taglist|tagcloud|toolbar|print|rating|ratings|byline|postmeta|entry meta|post meta|article meta|meta info|entry footer|post footer|skip|toc|login|signup|search|follow|donate|donation|screen reader text|sr only|visually hidden|noprint|hidden print|breadcrumb|post info|author info|permalink|edit link|editsection|metadata|widget) /;
const boxNames =
  / (?:related|relatedposts|recommended|recommendations|popular|trending|sidebar|widget area|widgets|footer|(?:site|page|global|main|top|blog) header|masthead|subscribe|subscription|newsletter|promo|promotion|advert|advertisement|advertising|ads?|sponsor|sponsored|banner|popup|modal|overlay|author bio|authorbox|author box|about author|teasers?|consent|gdpr|privacy|cookies?|cookiebar|paywall|feedback|read more|readmore|more|also|archive|archives|blogroll|topics|outbrain|taboola|hidden|invisible|recent|latest|mostread|carousel|infobox) /;
