import type { Picture } from '../article.js';
import type { Keys } from './keys.js';
import type { Value } from './matter.js';
import { textOf } from './text-of.js';

/** Reads the lead image, with its line. */
export function readImageIn(keys: Keys): { readonly image: Picture; readonly line: number } | undefined {
  for (const { value, line } of keys.family('image')) {
    const image = pictureOf(value, 0);
    const [alt] = image?.alt === undefined ? keys.family('imageAlt') : [];
    if (image)
      return { image: typeof alt?.value === 'string' ? { ...image, alt: alt.value.trim() } : image, line };
  }
  return undefined;
}

/** A list begins with the lead image; a table may hold another. */
function pictureOf(value: Value, depth: number): Picture | undefined {
  if (typeof value === 'string') return isImage(value.trim()) ? { src: value.trim() } : undefined;
  if (depth > 2) return undefined;
  if (Array.isArray(value)) return value[0] === undefined ? undefined : pictureOf(value[0], depth + 1);
  if (!(value instanceof Map)) return undefined;
  const alt = textOf(value, 'alt alttext imagealt caption title');
  for (const name of [
    'src',
    'url',
    'path',
    'file',
    'href',
    'image',
    'feature',
    'teaser',
    'large',
    'filename',
  ]) {
    const inner = value.get(name);
    const image = inner === undefined ? undefined : pictureOf(inner, depth + 1);
    if (image) return { ...(alt && { alt }), ...image };
  }
  return undefined;
}

/** An address or a path, not a word, a colour or a template. */
function isImage(text: string): boolean {
  return /[./]/.test(text) && !/[{}<>\n]|^(?:data|javascript):|^#/i.test(text) && /[\p{L}\p{N}]/u.test(text);
}
