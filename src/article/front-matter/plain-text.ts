import { Parser } from 'htmlparser2';
import type { Entry, Value } from './matter.js';

/**
 * The plain text of a title or a summary: on one line, without tags, with character references decoded. Quotes around a
 * value that was taken as it stands are left out.
 */
export function plainText({ value, raw }: Pick<Entry, 'value' | 'raw'>): string {
  const text = fold(scalarOf(value));
  const bare = raw ? withoutQuotes(text) : text;
  return /&(?:#|\w)|<\/?[a-z]/i.test(bare) ? withoutMarkup(bare) : bare;
}

/** A list stands for the brackets that its author did not take for one ("[draft]"); of a table, the first text counts. */
function scalarOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(scalarOf).join(', ')}]`;
  for (const inner of value.values()) if (typeof inner === 'string') return inner;
  return '';
}

/** White space as single blanks, none of them at the ends; most texts are so already. */
function fold(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** Quotes at both ends belong together, unless one inside ends what the first began (`"A" and "B"`). */
function withoutQuotes(text: string): string {
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || text.length < 2 || !text.endsWith(quote)) return text;
  const inside = text.slice(1, -1);
  const next = inside.indexOf(quote);
  const ends = next > 0 && /\S/.test(inside[next - 1] ?? '') && /^[\s,.;:!?)]/.test(inside.slice(next + 1));
  return ends ? text : inside.trim();
}

/** Only the tags of running text are taken for tags; `Vec<T>` and `<script>` stay what they are. */
const inlineTag =
  /<\/?(?:a|abbr|b|br|cite|code|del|em|i|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi;

function withoutMarkup(text: string): string {
  const bare = text.replace(inlineTag, (tag) => (/^<\/?(?:br|p)/i.test(tag) ? ' ' : ''));
  const decoded = /&(?:#|\w)/.test(bare) ? decode(bare) : bare;
  return fold(decoded);
}

function decode(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (reference) => {
    let decoded = '';
    const parser = new Parser({ ontext: (part) => (decoded += part) });
    parser.end(reference);
    return decoded;
  });
}
