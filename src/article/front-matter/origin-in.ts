import type { Origin } from '../article.js';
import { isWebAddress } from '../web-address.js';
import { Keys } from './keys.js';
import { type There, textsIn, there } from './texts-in.js';

/**
 * Reads where an article comes from. A key alone may be an address, a name (`source: Reuters`), or both; a table, or several
 * keys, say which is which. Of several origins the first one counts.
 */
export function originIn(keys: Keys): There<Origin> | undefined {
  const source = keys.entry('source');
  const [first] = Array.isArray(source?.value) ? source.value : [];
  if (source && first instanceof Map) return originIn(new Keys([{ ...source, value: first }]));
  const both = textsIn(keys, 'source via originalsource syndicatedfrom republishedfrom');
  const [url] = [
    ...textsIn(keys, 'sourceurl sourcelink sourcehref originalurl originallink original viaurl').filter(
      ({ value }) => isWebAddress(value),
    ),
    ...both.flatMap(({ value, line }) => there(addressIn(value), line)),
  ];
  const [title] = [...textsIn(keys, 'sourcename sourcetitle vianame viatitle'), ...both].flatMap(
    ({ value, line }) => there(nameIn(value), line),
  );
  const feed = textsIn(keys, 'sourcefeed sourcefeedurl sourcerss').find(({ value }) => isWebAddress(value));
  const found = url ?? title ?? feed;
  if (!found) return undefined;
  return {
    value: {
      ...(title && { title: title.value }),
      ...(url && { url: url.value }),
      ...(feed && { feed: feed.value }),
    },
    line: found.line,
  };
}

/** The address in a text: `https://…`, `[Coast Wire](https://…)`, `Coast Wire, https://…`. */
function addressIn(text: string): string | undefined {
  if (isWebAddress(text)) return text;
  const address = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0].replace(/[\])}.,;:!?']+$/, '');
  return address !== undefined && isWebAddress(address) ? address : undefined;
}

/** The name in a text: what stands before or behind its address, if that is a name; not a sentence around it. */
function nameIn(text: string): string | undefined {
  const isMixed = /https?:\/\//i.test(text);
  // No name has a "<": one that is still there in the end was in the midst of a sentence.
  const bare = isMixed
    ? text.replace(/[(<]*https?:\/\/[^\s<>"]*>?/gi, '<').replace(/^[\s<,;:|(–—-]+|[\s<,;:|–—-]+$/g, '')
    : text;
  const name = bare.replace(/^\[+([^[\]]*)\]+$/, '$1').trim();
  const isName = /\p{L}/u.test(name) && !/[\\{}<>]/.test(name) && name.length <= longest && !isPath(name);
  return isName ? name : undefined;
}

const longest = 200;

/** Generators keep a path to the file of which a page was made; agencies that share an article are no path (`Reuters/AP`). */
function isPath(text: string): boolean {
  if (/\.(?:adoc|docx?|html?|ipynb|json|markdown|mdx?|odt|org|pdf|rst|te?xt?|ya?ml)$/i.test(text))
    return true;
  return /^\S*\/\S*$/.test(text) && !/^\p{Lu}[^/]*(?:\/\p{Lu}[^/]*)+$/u.test(text);
}
