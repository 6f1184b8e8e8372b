import { hash } from 'node:crypto';
import type { Kind } from './media-type.js';

/** A feed taken apart: each entry as it is written, with what stands around them all. */
interface Parts {
  readonly entries: readonly string[];
  /** The document with some of the entries alone. */
  readonly join: (entries: readonly string[]) => string;
}

/**
 * By what the entries of a feed are known again, in any later version of it: one that is changed is another one.
 *
 * @param text of the document
 */
export function digestsOf(text: string, kind: Kind): string[] {
  return partsOf(text, kind)?.entries.map(digest) ?? [];
}

/**
 * The feed with the entries alone that are new or changed (RFC 3229, with the instance manipulation "feed").
 *
 * @param text of the whole document
 * @param known digests of the entries that the client has
 * @returns nothing where no entry would be left out, or the text is none that the builds write
 */
export function deltaOf(text: string, kind: Kind, known: ReadonlySet<string>): string | undefined {
  const parts = partsOf(text, kind);
  const fresh = parts?.entries.filter((entry) => !known.has(digest(entry)));
  return parts && fresh && fresh.length < parts.entries.length ? parts.join(fresh) : undefined;
}

function digest(entry: string): string {
  return hash('sha1', entry, 'base64url').slice(0, 16);
}

function partsOf(text: string, kind: Kind): Parts | undefined {
  if (kind === 'rss') return xmlParts(text, 'item');
  if (kind === 'atom') return xmlParts(text, 'entry');
  return kind === 'json' ? jsonParts(text) : undefined;
}

function jsonParts(text: string): Parts | undefined {
  const feed: unknown = JSON.parse(text);
  if (typeof feed !== 'object' || feed === null || !('items' in feed) || !Array.isArray(feed.items))
    return undefined;
  const entries = feed.items.map((item) => JSON.stringify(item));
  const { items: _, ...head } = feed;
  const start = JSON.stringify(head).slice(0, -1);
  return { entries, join: (some) => `${start},"items":[${some.map((one) => `\n${one}`).join(',')}\n]}\n` };
}

/**
 * Writers' text is in CDATA, or escaped: outside of CDATA, a tag is a tag. Each entry goes to the end of its last line,
 * so that what is left of the document looks as if it had been written so.
 */
function xmlParts(text: string, name: string): Parts | undefined {
  const mark = new RegExp(`<!\\[CDATA\\[|<${name}(?=[\\s>])|</${name}>`, 'g');
  const entries: string[] = [];
  let start = -1;
  let first = -1;
  let end = -1;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '<![CDATA[') {
      const close = text.indexOf(']]>', mark.lastIndex);
      if (close < 0) return undefined;
      mark.lastIndex = close + 3;
    } else if (found[0].startsWith('</')) {
      if (start < 0) return undefined;
      end = text[mark.lastIndex] === '\n' ? mark.lastIndex + 1 : mark.lastIndex;
      entries.push(text.slice(start, end));
      start = -1;
    } else {
      // From the end of the entry before, or from the beginning of its line.
      start = end < 0 ? lineOf(text, found.index) : end;
      if (first < 0) first = start;
    }
  }
  if (start >= 0 || first < 0) return undefined;
  const [head, tail] = [text.slice(0, first), text.slice(end)];
  return { entries, join: (some) => head + some.join('') + tail };
}

/** Where the line of a tag begins, if nothing else stands before it there. */
function lineOf(text: string, tag: number): number {
  const start = text.lastIndexOf('\n', tag) + 1;
  return text.slice(start, tag).trim() === '' ? start : tag;
}
