import { addressAttributes, allowedEverywhere } from './allowed.js';
import { fragmentId } from './fragment-id.js';
import { absoluteSrcset } from './srcset.js';
import { attribute, type Tag } from './tree.js';

/** Makes a reference in content absolute, or gives nothing where it must not be used. */
export type Resolve = (reference: string, use: 'link' | 'media') => string | undefined;

/**
 * The attributes of an element that readers get.
 *
 * @param element one that is kept
 * @param own the names that are allowed on such an element
 * @param resolve told of every reference
 * @param targets the ids that links within the content lead to
 */
export function keptAttributes(
  element: Tag,
  own: readonly string[],
  resolve: Resolve,
  targets: ReadonlySet<string>,
): Tag['attrs'] {
  const kept = withLoadedImage(element).flatMap(({ name, value }) => {
    if (name === 'id' || (name === 'name' && element.tagName === 'a'))
      return targets.has(value) ? [{ name, value }] : [];
    if (name === 'class') return codeLanguage(element, value);
    if (name === 'style') return alignment(element, value);
    if (!own.includes(name) && !allowedEverywhere.includes(name)) return [];
    const text = safeValue(name, value, resolve, targets);
    return text === undefined ? [] : [{ name, value: text }];
  });
  return element.tagName === 'a' ? hrefLast(kept) : kept;
}

function safeValue(
  name: string,
  value: string,
  resolve: Resolve,
  targets: ReadonlySet<string>,
): string | undefined {
  if (name === 'srcset') return absoluteSrcset(value, (source) => resolve(source, 'media'));
  const use = addressAttributes.get(name);
  if (use === undefined) return value;
  return use === 'link' && leadsTo(targets, value) ? value.trim() : resolve(value, use);
}

/** Links within the entry stay relative on purpose, so that footnotes work inside a reader. */
function leadsTo(targets: ReadonlySet<string>, reference: string): boolean {
  const [, fragment] = /^\s*#(.+)$/.exec(reference) ?? [];
  return fragment !== undefined && targets.has(fragmentId(fragment.trim()));
}

/** Behind another attribute, no validator takes a link within the entry for a forgotten relative one. */
function hrefLast(attributes: Tag['attrs']): Tag['attrs'] {
  const href = attributes.find(({ name }) => name === 'href');
  if (!href?.value.startsWith('#')) return attributes;
  return [{ name: 'class', value: 'fragment' }, ...attributes.filter((one) => one !== href), href];
}

/** Pages that load images late show a blank one, or none, until then. */
function withLoadedImage(element: Tag): Tag['attrs'] {
  const late = attribute(element, 'data-src') ?? attribute(element, 'data-lazy-src');
  const source = attribute(element, 'src') ?? '';
  if (element.tagName !== 'img' || !late || !/^(?:data:|$)/.test(source)) return element.attrs;
  return [{ name: 'src', value: late }, ...element.attrs.filter(({ name }) => name !== 'src')];
}

/** The class by which highlighters know the language of code. */
function codeLanguage({ tagName }: Tag, value: string): Tag['attrs'] {
  const language = /(?:^|\s)(language-[\w+#.-]+)/.exec(value)?.[1];
  return language && (tagName === 'code' || tagName === 'pre') ? [{ name: 'class', value: language }] : [];
}

/** Markdown states the alignment of table cells as a style, which readers do not get. */
function alignment({ tagName }: Tag, value: string): Tag['attrs'] {
  const align = /^text-align:\s*(left|right|center)$/.exec(value)?.[1];
  return align && (tagName === 'td' || tagName === 'th') ? [{ name: 'align', value: align }] : [];
}
