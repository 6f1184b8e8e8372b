import { start, type Tell } from './tell.js';

/**
 * Decodes a feed: a byte order mark decides, then what the server says, then the XML declaration, else it is UTF-8.
 *
 * @param charset what the server says
 * @param tell takes what is wrong with the encoding
 * @returns nothing where the bytes are no text
 */
export function textOfFeed(bytes: Uint8Array, charset: string | undefined, tell: Tell): string | undefined {
  const marked = markOf(bytes);
  const declared = declaredIn(bytes);
  const [encoding, by] = marked
    ? [marked, 'its byte order mark']
    : charset
      ? [charset, 'the server']
      : [declared ?? 'utf-8', 'the document'];
  const decoder = decoderOf(encoding);
  if (!decoder) {
    tell('feed-encoding', start, { encoding, reason: 'there is no such encoding' });
    return new TextDecoder().decode(bytes);
  }
  const said = declared && (decoderOf(declared)?.encoding ?? declared);
  if (said && !isSame(said, decoder.encoding))
    tell('feed-encoding-doubtful', start, {
      taken: decoder.encoding,
      reason: `${by} says so, while the XML declaration says ${declared}`,
    });
  try {
    return decoder.decode(bytes);
  } catch {
    tell('feed-encoding', start, { encoding: decoder.encoding, reason: 'it holds bytes that are none' });
    return new TextDecoder(decoder.encoding).decode(bytes);
  }
}

/** A declaration in UTF-16 cannot say which of its two it is. */
function isSame(one: string, other: string): boolean {
  return one === other || (one.startsWith('utf-16') && other.startsWith('utf-16'));
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function markOf([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, a "<" tells.
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second === 0x3c && third === 0 ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1').replaceAll('\0', '');
  return /^(?:ï»¿|ÿþ|þÿ)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}
