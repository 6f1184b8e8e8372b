import type { Element } from 'domhandler';

/**
 * The words in the class, id and role of an element, between spaces: `class="entry-content__main" id="articleBody"`
 * gives ` entry content main article body `. Names of states (`has-ads`, `card--sponsored`) say nothing of the
 * element itself and are left out.
 */
export function namesOf(element: Element): string {
  const before = known.get(element);
  if (before !== undefined) return before;
  const names = read(element);
  known.set(element, names);
  return names;
}

/** The same elements are asked for their names again and again. */
const known = new WeakMap<Element, string>();

function read(element: Element): string {
  const { class: classes = '', id = '', role = '' } = element.attribs;
  if (!classes && !id && !role) return '';
  const words = `${classes} ${id} ${role}`
    .slice(0, 600)
    .split(/\s+/)
    .filter((name) => !state.test(name))
    .map((name) => name.replace(/--.*$/, '').replace(/([a-z])(?=[A-Z])/g, '$1 '))
    .join(' ')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
  return words && ` ${words} `;
}

const state = /^(?:js|has|is|no|not|with|without|show|hide|can|tag|category)[-_]|^(?:has|is|no|with)[A-Z]/;
