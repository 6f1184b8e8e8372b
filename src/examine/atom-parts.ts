import { checkAddress, faultOf, isAbsolute } from './addresses.js';
import { dateIn } from './dates.js';
import { type Element, first, shown, wholeText } from './element.js';
import type { Moment } from './entries.js';
import { checkHtml, checkPlain, dangerOf } from './markup.js';
import { checkAttributeNames, checkAttributes, checkShape } from './shape.js';
import { quoted, type Tell } from './tell.js';
import { checkValue } from './values.js';

/** Checks a text construct (RFC 4287, 3.1). */
export function checkText(element: Element, tell: Tell): undefined {
  const where = shown(element);
  const type = element.attributes.get('type')?.trim() ?? 'text';
  checkAttributeNames(element, 'type', tell);
  if (!checkValue(type, 'textType', `the type of ${where}`, element.at, tell)) return;
  if (type === 'xhtml') return checkXhtml(element, tell);
  const [child] = element.children;
  if (child) tell('feed-element-unknown', child.at, { name: child.written, parent: where });
  if (element.text.trim() === '') {
    if (element.name === 'atom:title' && !child) tell('feed-value-empty', element.at, { where });
  } else if (type === 'html') {
    checkHtml(element.text, where, element.inside, tell, isBased(element));
    if (element.name === 'atom:title' && /&amp;(?:amp|lt|gt|quot|#\d+);/.test(element.text))
      checkPlain('&amp;', where, element.inside, tell);
  } else checkPlain(element.text, where, element.inside, tell);
}

/** Checks XHTML, which is to be in one `div`. */
export function checkXhtml(element: Element, tell: Tell): undefined {
  const where = shown(element);
  const [div, second] = element.children;
  if (div?.name !== 'xhtml:div')
    return tell('feed-element-missing', element.at, { name: 'div', parent: `${where} of XHTML` });
  if (second) tell('feed-element-unknown', second.at, { name: second.written, parent: where });
  if (element.text.trim() !== '')
    tell('feed-value-doubtful', element.inside, {
      where,
      value: quoted(element.text),
      reason: 'it stands outside of the div',
    });
  const danger = dangerIn(div);
  if (danger) tell('feed-content-unsafe', danger.element.at, { where, what: danger.what });
}

function dangerIn(element: Element): { readonly element: Element; readonly what: string } | undefined {
  const what = dangerOf(element.name.replace('xhtml:', ''), Object.fromEntries(element.attributes));
  if (what !== undefined) return { element, what };
  for (const child of element.children) {
    const found = dangerIn(child);
    if (found) return found;
  }
  return undefined;
}

/** Whether relative addresses have something to count from. */
export function isBased(element: Element | undefined): boolean {
  return element !== undefined && (element.attributes.has('xml:base') || isBased(element.parent));
}

/** Checks that no spaces stand around a value that programs compare (RFC 4287, 2). */
export function checkTight(element: Element, tell: Tell): undefined {
  const { text, inside } = element;
  if (text.trim() !== '' && text !== text.trim())
    tell('feed-value-doubtful', inside, {
      where: shown(element),
      value: quoted(text),
      reason: 'spaces stand around it',
    });
}

/** Checks a date; gives the moment. */
export function checkDate(element: Element, tell: Tell): Moment {
  const where = shown(element);
  checkTight(element, tell);
  const at = dateIn(element.text, 'RFC 3339', where, element.inside, tell);
  return { at, where, value: element.text, spot: element.inside };
}

/** Checks an id: an absolute address that never changes (RFC 4287, 4.2.6). */
export function checkId(element: Element, tell: Tell): undefined {
  const id = element.text.trim();
  checkTight(element, tell);
  const fault = (reason: string) => tell('feed-id-invalid', element.inside, { id: quoted(id), reason });
  if (id === '') return tell('feed-value-empty', element.at, { where: shown(element) });
  if (!isAbsolute(id)) return fault('it is no absolute address');
  const reason = faultOf(id);
  if (reason !== undefined) return fault(reason);
  if (/^urn:(?!uuid:)/i.test(id) && !/^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/i.test(id))
    return fault('it is no urn: a name and a part must follow');
  if (/^urn:uuid:/i.test(id) && !/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    return fault('it is no uuid');
  if (
    /^tag:/i.test(id) &&
    !/^tag:[^,:@\s]*@?[\w.-]+,\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?:\S*$/i.test(id)
  )
    fault('it is no tag: it is written as tag:example.org,2026:ferry');
}

/** Checks a person (RFC 4287, 3.2). */
export function checkPerson(person: Element, tell: Tell): undefined {
  checkShape(person, { must: 'name', may: 'uri email' }, 'atom', tell);
  const [name, uri, email] = ['name', 'uri', 'email'].map((part) => first(person, `atom:${part}`));
  if (name && wholeText(name).trim() === '') tell('feed-value-empty', name.at, { where: shown(name) });
  if (uri) {
    checkTight(uri, tell);
    checkAddress(uri.text, 'any', shown(uri), uri.inside, tell);
  }
  if (email) checkValue(email.text, 'email', shown(email), email.inside, tell);
}

/** Checks a category (RFC 4287, 4.2.2). */
export function checkCategory(category: Element, tell: Tell): undefined {
  checkShape(category, { attributes: 'term scheme label' }, 'atom', tell);
  if (!checkAttributes(category, 'term', tell)) return;
  const { attributes, at } = category;
  if (attributes.get('term')?.trim() === '')
    tell('feed-value-empty', at, { where: 'the term of the category' });
  const scheme = attributes.get('scheme');
  if (scheme !== undefined) checkAddress(scheme, 'absolute', 'the scheme of the category', at, tell);
}

/** What feeds and entries have in common, and how each is checked. */
export const commonParts: ReadonlyMap<string, (element: Element, tell: Tell) => undefined> = new Map([
  ...['title', 'rights', 'subtitle', 'summary'].map((name) => [`atom:${name}`, checkText] as const),
  ['atom:id', checkId],
  ...['author', 'contributor'].map((name) => [`atom:${name}`, checkPerson] as const),
  ['atom:category', checkCategory],
]);
