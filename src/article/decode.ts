import { isAscii, isUtf8 } from 'node:buffer';

/** Decoded text, and which encoding it was in when that had to be guessed. */
export interface Decoded {
  readonly text: string;
  readonly guessed?: string;
  /** Whether characters that had been encoded twice (`Ã©`) were put right. */
  readonly doubled?: boolean;
}

/**
 * Decodes an article file: a byte order mark decides (UTF-8, UTF-16), then valid UTF-8, then what the file says of
 * itself (`<meta charset>`, XML declaration), else Windows-1252. Line ends become LF and the mark is taken off.
 *
 * @returns nothing where the bytes are not text
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  // UTF-32, which nobody writes and browsers do not read either.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) return undefined;
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return finish(new TextDecoder(marked).decode(bytes));
  // UTF-16 without a mark is as good as never met; a NUL means a picture, an archive or the like.
  const nul = bytes.indexOf(0);
  if (nul >= 0 && nul < 8192) return undefined;
  if (isAscii(bytes)) return { text: withLines(utf8.decode(bytes)) };
  if (isUtf8(bytes)) return finish(utf8.decode(bytes));
  const declared = declaredEncoding(bytes);
  if (declared && declared !== 'windows-1252')
    return finish(new TextDecoder(declared).decode(bytes), declared);
  return finish(decodeWindows1252(bytes), 'windows-1252');
}

const utf8 = new TextDecoder();

/** The encoding that a byte order mark names. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = [bytes[0], bytes[1], bytes[2]];
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function finish(text: string, guessed?: string): Decoded {
  const lines = withLines(text.replace(/^\uFEFF+/, ''));
  const mended = lines.replace(doubled, (sign) => utf8.decode(Buffer.from(sign, 'latin1')));
  return {
    text: mended,
    ...(guessed !== undefined && { guessed }),
    ...(mended !== lines && { doubled: true }),
  };
}

/** Line ends as LF; to see that they are is cheap, and to part and join takes a third of the time of a replacement. */
function withLines(text: string): string {
  if (!text.includes('\r')) return text;
  const unix = text.split('\r\n').join('\n');
  return unix.includes('\r') ? unix.split('\r').join('\n') : unix;
}

/** The bytes of one UTF-8 character (RFC 3629, 4), taken for Latin-1 and encoded again: no language writes these. */
const doubled =
  /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E1-\u00EC\u00EE\u00EF][\u0080-\u00BF]{2}|[\u00F1-\u00F3][\u0080-\u00BF]{3}/g;

/** The encoding that the first kilobytes name, by the name the Encoding Standard gives it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const label = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // A file that claims Unicode, yet got here, is not what it claims.
    return encoding.startsWith('utf') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Node's own decoder leaves 0x80 to 0x9F as control characters before version 22, so curly quotes would be lost. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

const windows1252 = [
  ...'\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F',
  ...'\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178',
];
