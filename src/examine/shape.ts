import { type Element, shown } from './element.js';
import { quoted, type Tell } from './tell.js';

/** Elements of other namespaces of which there is one, wherever they stand. */
const singles = new Set(
  (
    'content:encoded dc:language sy:updatePeriod sy:updateFrequency sy:updateBase slash:comments ' +
    'itunes:author itunes:duration itunes:explicit itunes:title itunes:subtitle itunes:summary'
  ).split(' '),
);

/** What an element may hold: names between spaces. */
export interface Shape {
  /** Must stand there, once. */
  readonly must?: string;
  /** May stand there, once. */
  readonly may?: string;
  /** May stand there any number of times. */
  readonly many?: string;
  readonly attributes?: string;
}

/**
 * Checks what an element holds against its shape. Elements and attributes of other namespaces are nobody's business.
 *
 * @param home the prefix of the format's own elements
 */
export function checkShape(element: Element, shape: Shape, home: string, tell: Tell): undefined {
  const names = (list = '') => list.split(' ').filter(Boolean);
  const [must, may, many] = [names(shape.must), names(shape.may), names(shape.many)];
  const parent = shown(element);
  const isOwn = (name: string) => (home === '' ? !/[:{}]/.test(name) : name.startsWith(`${home}:`));
  const bare = (name: string) => (home === '' ? name : name.slice(home.length + 1));
  const counts = new Map<string, number>();
  for (const child of element.children) {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    const name = bare(child.name);
    const isSingle = must.includes(name) || may.includes(name);
    if (count === 2 && singles.has(child.name))
      tell('feed-element-repeated', child.at, { name: child.written, parent });
    if (!isOwn(child.name)) continue;
    if (isSingle && count === 2) tell('feed-element-repeated', child.at, { name: child.written, parent });
    if (!isSingle && !many.includes(name))
      tell('feed-element-unknown', child.at, { name: child.written, parent });
  }
  if (element.text.trim() !== '' && must.length > 0)
    tell('feed-element-unknown', element.inside, { name: quoted(element.text).slice(0, 30), parent });
  for (const name of must)
    if (!counts.has(home === '' ? name : `${home}:${name}`))
      tell('feed-element-missing', element.at, { name, parent });
  checkAttributeNames(element, shape.attributes ?? '', tell);
}

/** Checks that an element has no attributes but these, and those of other namespaces. */
export function checkAttributeNames(element: Element, known: string, tell: Tell): undefined {
  for (const name of element.attributes.keys())
    if (!/[:{}]/.test(name) && !known.split(' ').includes(name))
      tell('feed-attribute-unknown', element.at, { name, parent: shown(element) });
}

/** Checks that attributes are there. */
export function checkAttributes(element: Element, needed: string, tell: Tell): boolean {
  const missing = needed.split(' ').filter((name) => !element.attributes.has(name));
  for (const name of missing) tell('feed-attribute-missing', element.at, { name, parent: shown(element) });
  return missing.length === 0;
}
