import { type Element, isTag, type ParentNode } from 'domhandler';
import { furnitureKind } from './furniture.js';
import { namesOf } from './names.js';
import type { Page } from './page.js';
import { select } from './select.js';
import { textOf } from './text.js';

/** A heading that may be the article's own, and how much speaks for it. */
export interface Heading {
  readonly element: Element;
  readonly text: string;
  /** The text with a kicker, a date and the like that stand in the same element; the same as `text` where none do. */
  readonly whole: string;
  readonly worth: number;
}

/** The headings of a page but those that show the site's own name, the likeliest headline first. */
export function headingsOf(page: Page): Heading[] {
  return select('h1,h2,h3,[itemprop~=headline],[class*=title i],[class*=headline i]', page.root)
    .map((element) => ({ element, whole: textOf(element) }))
    .filter(
      ({ element, whole }) =>
        whole.length > 1 && whole.length < 400 && !hiddenNames.test(namesOf(element)) && !namesSite(element),
    )
    .map((heading) => ({ ...heading, text: headlineOf(heading), worth: worthOf(heading.element) }))
    .sort((one, other) => other.worth - one.worth);
}

/** The text of a heading without what only stands in it: a kicker above the headline, a date, a label for screen readers. */
function headlineOf({ element, whole }: { readonly element: Element; readonly whole: string }): string {
  const own = element.children.filter((child) => !isTag(child) || !isAside(child));
  if (own.length === element.children.length) return whole;
  return (
    own
      .map(textOf)
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s:–—|-]+/, '')
      .trim() || whole
  );
}

function isAside(element: Element): boolean {
  return element.name === 'small' || element.name === 'time' || asideNames.test(namesOf(element));
}

const hiddenNames = / (?:sr only|visually hidden|screen reader text|hidden|invisible) /;
const asideNames =
  / (?:kicker|overline|topline|roofline|dachzeile|eyebrow|pretitle|supertitle|suptitle|spitzmarke|vorspann|label|category|subtitle|subline|subheadline|subhead|sub|date|info|meta|sr only|visually hidden|screen reader text|hidden|invisible|edit|editsection|badge|icon) /;

const levels: Readonly<Record<string, number>> = { h1: 30, h2: 18, h3: 8 };

function worthOf(element: Element): number {
  const names = `${namesOf(element)}${element.attribs.itemprop ?? ''}`;
  return (
    (levels[element.name] ?? 4) +
    (headlineNames.test(names) ? 10 : 0) +
    (standsInArticle(element) ? 8 : 0) -
    (standsInFurniture(element) ? 20 : 0)
  );
}

const headlineNames = /headline\b| (?:entry|post|article|story|page|content) title /;

function standsInFurniture(element: Element): boolean {
  for (let one: ParentNode | null = element.parent; one && isTag(one); one = one.parent) {
    const kind = furnitureKind(one);
    if (kind !== undefined && one.name !== 'header' && !/header|overlay/.test(namesOf(one))) return true;
  }
  return false;
}

function standsInArticle(element: Element): boolean {
  for (let one: ParentNode | null = element.parent; one && isTag(one); one = one.parent) {
    if (one.name === 'article' || one.name === 'main') return true;
  }
  return false;
}

/** A heading that leads to the front page, or is called a logo, shows the name of the site. */
function namesSite(element: Element): boolean {
  const { parent } = element;
  if (parent && isTag(parent) && leadsHome(parent)) return true;
  if (select('a', element).some(leadsHome)) return true;
  for (let one: ParentNode | null = element; one && isTag(one); one = one.parent) {
    if (siteNames.test(namesOf(one)) && one.name !== 'body' && one.name !== 'html') return true;
  }
  return false;
}

function leadsHome({ name, attribs }: Element): boolean {
  if (name !== 'a') return false;
  const { href = '#' } = attribs;
  // An archive's addresses hold the archived address.
  const own = href.slice(Math.max(0, href.lastIndexOf('http')));
  return attribs.rel === 'home' || /^(?:https?:)?(?:\/\/[^/?#]{1,100})?\/?(?:index\.\w{3,5})?$/i.test(own);
}

const siteNames =
  / (?:(?:site|blog) (?:title|name|branding|header)|logo|branding|sitename|blogtitle|sitetitle|brand) /;
