/*
 * A row of the cache is fields between tabs, in ASCII: so all rows together are one string of one byte a letter, of
 * which the fields are cut out without being copied. An empty field is nothing.
 */

/** Writes text as a field. */
export function textField(text: string): string {
  return /^[ -[\]-~]*$/.test(text) ? text : ascii(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'));
}

/** Reads a field that is text. */
export function textIn(field: string): string {
  return field.includes('\\') ? JSON.parse(`"${field.replaceAll('"', '\\"')}"`) : field;
}

/** Writes JSON as a field: it has no tabs, and no line ends. */
export function jsonField(json: string): string {
  return ascii(json);
}

/** Writes a number as a field. */
export function numberField(number: number | undefined): string {
  return number === undefined || number === Infinity ? '' : String(number);
}

/** Reads a field that is a number; nothing where it is empty. */
export function numberIn(field: string | undefined): number | undefined {
  return field ? Number(field) : undefined;
}

/** Escapes in JSON and in text what is no ASCII. */
function ascii(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.replace(/[^ -~]/g, unicode);
}

function unicode(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
