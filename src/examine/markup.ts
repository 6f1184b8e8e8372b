import { Parser } from 'htmlparser2';
import { isAbsolute } from './addresses.js';
import { quoted, type Spot, type Tell } from './tell.js';

const unsafe = new Set(
  'script object embed applet iframe frame frameset form input button select textarea meta link base style'.split(
    ' ',
  ),
);
const references = new Set(['href', 'src', 'poster', 'cite', 'data', 'background', 'longdesc']);

/**
 * Looks at HTML that readers are to show. Of each kind of fault, the first is told.
 *
 * @param isBased whether the document says what relative addresses count from
 */
export function checkHtml(html: string, where: string, spot: Spot, tell: Tell, isBased = false): undefined {
  if (!html.includes('<')) return;
  let danger: string | undefined;
  let relative: string | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const found = dangerOf(name, attributes);
      danger ??= found;
      relative ??= relativeIn(name, attributes);
    },
  });
  parser.end(html);
  if (danger !== undefined) tell('feed-content-unsafe', spot, { where, what: danger });
  if (relative !== undefined && !isBased)
    tell('feed-address-relative', spot, { where: `an address in ${where}`, value: quoted(relative) });
}

/** What of an element readers take out, as people are told it. */
export function dangerOf(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (unsafe.has(name)) return `<${name}>`;
  for (const [key, value] of Object.entries(attributes)) {
    if (/^on[a-z]/.test(key)) return `${key}="…"`;
    if (references.has(key) && /^\s*(?:javascript|vbscript|data:text\/html)/i.test(value))
      return `${key}="${quoted(value).slice(0, 20)}…"`;
  }
  return undefined;
}

/** An address that counts from something; one within the entry does not leave it. */
function relativeIn(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  for (const [key, value] of Object.entries(attributes))
    if (references.has(key) && !/^\s*(?:#|$)/.test(value) && !isAbsolute(value.trim()) && name !== 'data')
      return value.trim();
  return undefined;
}

/** HTML, and not a tag that is only mentioned, as in "The <b> element": tags in pairs, with attributes, or empty ones. */
const markup =
  /<(a|abbr|b|big|blockquote|cite|code|div|em|font|h[1-6]|i|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul)(?:\s[^<>]*)?>(?=[\s\S]*<\/\1>)|<(?:a|div|font|p|span)\s[^<>]*=[^<>]*>|<(?:br|img)(?:\s[^<>]*)?\/?>/i;

/** Letters of a title or a summary that are looked at. */
const farthest = 2000;

/**
 * Looks at a text that readers show as it stands.
 *
 * @param text as XML or JSON has it, unescaped once
 */
export function checkPlain(text: string, where: string, spot: Spot, tell: Tell): undefined {
  const tag = markup.exec(text.slice(0, farthest))?.[0];
  if (tag !== undefined) {
    tell('feed-title-markup', spot, { where, reason: `it holds HTML, ${quoted(tag).slice(0, 40)}` });
    return;
  }
  const entity =
    /&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|[aeiou](?:uml|acute|grave|circ)|szlig|#\d{2,6}|#x[\da-f]{2,6});/i.exec(
      text,
    )?.[0];
  if (entity !== undefined)
    tell('feed-title-markup', spot, { where, reason: `it is escaped twice, and shows as ${entity}` });
}
