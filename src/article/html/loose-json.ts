/**
 * Parses JSON as pages hold it: wrapped in comments or CDATA, with raw line ends in strings, trailing commas, a
 * semicolon at the end. Where nothing helps, the plain string properties that can be made out are given as one object.
 *
 * @returns nothing where there is no JSON at all
 */
export function parseLoosely(text: string): unknown {
  for (const mend of mends) {
    try {
      return JSON.parse(mend(text));
    } catch {}
  }
  return salvage(text);
}

const mends: ReadonlyArray<(text: string) => string> = [
  (text) => text,
  (text) => unwrap(text).replace(/[\u0000-\u001f]+/g, ' '),
  (text) =>
    unwrap(text)
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s{0,20}([}\]])/g, '$1')
      .replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
];

/** What stands from the first bracket to the last. */
function unwrap(wrapped: string): string {
  const text = wrapped.replaceAll('<![CDATA[', '').replaceAll(']]>', '');
  const start = text.search(/[[{]/);
  return start < 0 ? '' : text.slice(start, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1);
}

const single =
  /"(@type|headline|name|datePublished|dateModified|description)"\s{0,9}:\s{0,9}"([^"\n]{1,2000})"/g;
const author =
  /"author"\s{0,9}:\s{0,9}[[{\s]{0,20}(?:"@type"\s{0,9}:\s{0,9}"\w{1,30}"\s{0,9},\s{0,9})?(?:"name"\s{0,9}:\s{0,9})?"([^"\n]{1,200})"/;

function salvage(text: string): unknown {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(single)) found[key] ??= value;
  const name = author.exec(text)?.[1];
  if (name !== undefined) found.author = name;
  return Object.keys(found).length > 0 ? found : undefined;
}
