import { fragmentId } from './fragment-id.js';
import { attribute, type Tag } from './tree.js';

/**
 * The ids that are there and that links within the content lead to; no other id is of use to a reader.
 *
 * @param elements of the content, as it was before anything was left out
 */
export function fragmentTargets(elements: Iterable<Pick<Tag, 'attrs'>>): ReadonlySet<string> {
  const wanted = new Set<string>();
  const there = new Set<string>();
  for (const element of elements) {
    if (element.attrs.length === 0) continue;
    for (const id of [attribute(element, 'id'), attribute(element, 'name')]) if (id) there.add(id);
    const href = attribute(element, 'href')?.trim();
    if (href?.startsWith('#')) wanted.add(fragmentId(href.slice(1)));
  }
  return new Set([...wanted].filter((id) => there.has(id)));
}
