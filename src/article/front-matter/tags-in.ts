import type { Keys } from './keys.js';
import type { Entry, Form, Value } from './matter.js';

/** The tags that front matter names, each once, with the line of the first. */
export interface TagsThere {
  readonly tags: readonly string[];
  readonly line: number;
}

/**
 * Reads tags and categories; keywords only where there are neither.
 *
 * @param form decides what a text without commas is: blanks part tags in YAML (`tags: a b`), seldom in headers
 */
export function readTagsIn(keys: Keys, form: Form): TagsThere | undefined {
  for (const family of ['tags', 'keywords'] as const) {
    const entries = keys.family(family);
    const tags = new Set(entries.flatMap((entry) => tagsOf(entry, form)));
    const [first] = entries;
    if (first && tags.size > 0) return { tags: [...tags], line: first.line };
  }
  return undefined;
}

function tagsOf({ key, value, raw }: Entry, form: Form): string[] {
  const plural = /s$/i.test(key);
  const parts =
    typeof value === 'string'
      ? split(raw ? value.replace(/^\[(.*)$/, '$1') : value, plural, form)
      : listed(value, 0);
  return parts.map(clean).filter((tag) => tag !== '' && tag !== '~' && tag !== 'null');
}

function split(text: string, plural: boolean, form: Form): string[] {
  if (/[,;、，]/.test(text)) return text.split(/[,;、，]/);
  const words = text.trim().split(/\s+/);
  const apart = plural && (form === 'yaml' || words.every((word) => !/^\p{Lu}/u.test(word)));
  return apart ? words : [text];
}

/** Nested lists are Hexo's branches of categories; a table is a tag with a label. */
function listed(value: Value, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => listed(item, depth + 1));
  if (!(value instanceof Map)) return [];
  for (const name of ['label', 'name', 'title', 'slug']) {
    const text = value.get(name);
    if (typeof text === 'string') return [text];
  }
  return [];
}

function clean(tag: string): string {
  if (!unclean.test(tag)) return tag;
  return tag
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^#(?=\S)/, '')
    .trim();
}

/** What a tag has to be cleaned of: white space but for single blanks inside, a quote or a sharp at the start. */
const unclean = /^["'#]|^\s|\s$|\s\s|[^\S ]/;
