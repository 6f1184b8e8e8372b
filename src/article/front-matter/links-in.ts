import type { Keys } from './keys.js';
import type { Form } from './matter.js';

/** What front matter says of where an article is published. */
export interface LinksThere {
  readonly link: { readonly value: string; readonly line: number } | undefined;
  readonly slug: { readonly value: string; readonly line: number } | undefined;
}

/** Reads the permalink and the slug; patterns and templates for them are left to the generator that they are for. */
export function readLinksIn(keys: Keys, form: Form): LinksThere {
  const [link] = keys.family('link').flatMap(({ key, value, line }) => {
    // Nikola's link is what the article is about.
    if (form === 'dots' && key === 'link') return [];
    const address = typeof value === 'string' ? addressOf(value) : undefined;
    return address ? [{ value: address, line }] : [];
  });
  const [slug] = keys.family('slug').flatMap(({ value, line }) => {
    const last = typeof value === 'string' ? lastOf(value) : undefined;
    return last ? [{ value: last, line }] : [];
  });
  return { link, slug };
}

function addressOf(text: string): string | undefined {
  const address = text.trim();
  if (
    /[\s{}<>]|\/:|^:|%[{<]/.test(address) ||
    /^(?:pretty|date|ordinal|weekdate|none|true|false)$/i.test(address)
  )
    return undefined;
  if (/^https?:\/\/[^/]/i.test(address) || address.startsWith('/')) return address;
  return /^[a-z][a-z\d+.-]*:|^[#?.]/i.test(address) ? undefined : `/${address}`;
}

function lastOf(text: string): string | undefined {
  const last = text
    .trim()
    .replace(/\/+(?:index(?:\.html?)?)?$/, '')
    .split('/')
    .at(-1);
  return last === undefined || /[{}<>:\s]/.test(last) ? undefined : last || undefined;
}
