const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFD]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;

/** All that `clean` changes, and the characters made of two that it does not: soon looked for, and seldom there. */
const suspicious =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E\uD800-\uDFFF\uFDD0-\uFDEF\uFFFD-\uFFFF]/;

/**
 * Takes out every character that XML 1.0 does not allow (production 2, `Char`) or discourages: control characters
 * but tab and newline, noncharacters, lone surrogates; the mark of a character that was lost before it came here; and overrides of the
 * direction of text, which nobody writes but to show other names than there are (Unicode UAX #9, 2.2).
 * All line ends become LF.
 */
export function clean(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '');
}

const ascii = /^[\0-\x7F]*$/;

/**
 * A name as disks see it that take upper and lower case, composed and decomposed letters for one: where it is the same
 * for two names, one file may answer to both.
 */
export function folded(name: string): string {
  if (ascii.test(name)) return name.toUpperCase();
  const bare = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFC');
  // What has no capital of its own becomes two letters: ß is SS.
  return bare.toLowerCase().toUpperCase().normalize('NFC');
}

/** Plain text as HTML. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
