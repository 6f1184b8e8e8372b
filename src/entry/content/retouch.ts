import { allowed } from './allowed.js';
import { keptAttributes, type Resolve } from './attributes.js';
import type { Piece } from './plain-markup.js';
import { fragmentTargets } from './targets.js';
import { attribute } from './tree.js';

/**
 * Makes plain markup safe. There is nothing to be left out of it but attributes, since it has harmless elements alone.
 *
 * @param pieces of the markup
 * @param resolve told of every reference
 * @returns what `safeHtml` makes of it; nothing where it takes more to know that
 */
export function retouched(pieces: readonly Piece[], resolve: Resolve): string | undefined {
  const targets = fragmentTargets(pieces);
  const written: string[] = [];
  for (const { kind, value, attrs } of pieces) {
    if (kind === 'text') written.push(textual(value));
    else if (kind === 'end') written.push('</', value, '>');
    else {
      const own = allowed.get(value);
      if (!own) return undefined;
      const kept =
        attrs.length > 0 ? keptAttributes({ tagName: value, attrs }, own, resolve, targets) : attrs;
      // An image without a source is left out, and may leave a text behind that would be read otherwise.
      if (value === 'img' && !attribute({ attrs: kept }, 'src') && !attribute({ attrs: kept }, 'srcset'))
        return undefined;
      written.push('<', value);
      for (const { name, value } of kept) written.push(' ', name, '="', quotable(value), '"');
      written.push('>');
    }
  }
  return written.join('');
}

/** Text as WHATWG HTML, 13.3 writes it, from text with few references. */
function textual(text: string): string {
  const bare = text.includes('&') ? text.replaceAll('&quot;', '"') : text;
  return bare.includes('\u00A0') ? bare.replaceAll('\u00A0', '&nbsp;') : bare;
}

/** The value of an attribute as WHATWG HTML, 13.3 writes it. */
function quotable(value: string): string {
  return value.replace(/[&\u00A0"<>]/g, (sign) => references[sign] ?? sign);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\u00A0': '&nbsp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};
