import { escapeText } from '../text.js';

/**
 * Gives headings the ids by which writers call them, as repositories and site generators do, and makes links to the
 * page's own sections lead there.
 *
 * @param content safe HTML
 * @param permalink of the page, with which links to what is not known in a feed begin
 */
export function sectioned(content: string, permalink: string): string {
  const ids = new Set([...content.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));
  const counts = new Map<string, number>();
  const headed = content.replace(heading, (whole, level: string, attributes: string, inner: string) => {
    if (/\sid="/.test(attributes)) return whole;
    const id = free(nameOf(inner), ids, counts);
    if (id === '') return whole;
    ids.add(id);
    return `<h${level} id="${id}"${attributes}>${inner}</h${level}>`;
  });
  const own = ` href="${escapeText(permalink)}#`;
  return headed.replace(/ href="([^"#]*)#([^"]+)"/g, (whole, _, name: string) => {
    const isOwn = whole.startsWith(own);
    return isOwn && ids.has(decoded(name)) ? ` href="#${name}"` : whole;
  });
}

const heading = /<h([2-6])((?:\s[^<>]*)?)>(.*?)<\/h\1>/gs;

/** The words of a heading in lower case, joined by hyphens; other signs go. */
function nameOf(inner: string): string {
  return inner
    .replace(/<[^<>]*>|&[#\w]+;/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\s-]+/gu, '')
    .replace(/\s/g, '-');
}

/** A name that is taken gets a number; of a thousand headings of one name, none is counted twice. */
function free(name: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  if (name === '' || !taken.has(name)) return name;
  let nth = counts.get(name) ?? 1;
  while (taken.has(`${name}-${nth}`)) nth++;
  counts.set(name, nth + 1);
  return `${name}-${nth}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
