/** Each three words that follow one another fall into one of so many bins; of each bin one mark is kept. */
const bins = 64;

/** More text than this makes no better sketch. */
const longest = 65_536;

/**
 * Sketches the words of a text, so that two texts can be compared when only one of them is still there (one-permutation
 * min-hashing of each three words that follow one another, a byte a bin).
 *
 * @param isHtml whether tags are left out
 * @returns 86 letters
 */
export function sketch(text: string, isHtml: boolean): string {
  const least = new Uint32Array(bins).fill(0xffffffff);
  let word = basis;
  let last = basis;
  let beforeLast = basis;
  let inWord = false;
  const end = Math.min(text.length, longest);
  const endWord = () => {
    const three = mix(Math.imul(Math.imul(beforeLast, 31) ^ last, 31) ^ word);
    const bin = three & (bins - 1);
    if (three < (least[bin] ?? 0)) least[bin] = three;
    beforeLast = last;
    last = word;
    word = basis;
    inWord = false;
  };
  for (let at = 0; at < end; at++) {
    let code = text.charCodeAt(at);
    if (isHtml && code === lessThan) {
      const close = text.indexOf('>', at);
      if (close > 0) at = close;
      code = space;
    }
    if (!isWordly(code)) {
      if (inWord) endWord();
      continue;
    }
    // Capitals A to Z in lower case; other scripts are compared as they are.
    word = Math.imul(word ^ (code >= 65 && code <= 90 ? code + 32 : code), prime);
    inWord = true;
    // Scripts without spaces: every sign is a word.
    if (code >= 0x0e00 && (code < 0x0f00 || code >= 0x2e80)) endWord();
  }
  if (inWord) endWord();
  const marks = Uint8Array.from(least, (value) => (value === 0xffffffff ? 0 : 1 + (mix(value) % 255)));
  return Buffer.from(marks).toString('base64url');
}

/**
 * How much two sketched texts share: 1 where they are the same, 0 where they have nothing in common. True to about 0.1.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [Buffer.from(one, 'base64url'), Buffer.from(other, 'base64url')];
  if (a.length !== b.length) return 0;
  let same = 0;
  let filled = 0;
  for (let bin = 0; bin < a.length; bin++) {
    if (a[bin] === 0 && b[bin] === 0) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** The marks of a sketch, each a number of its own whatever its bin. */
export function marksOf(sketch: string): number[] {
  return [...Buffer.from(sketch, 'base64url')].flatMap((mark, bin) => (mark === 0 ? [] : bin * 256 + mark));
}

const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;
const lessThan = 60;
const space = 32;

function isWordly(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && !(code >= 0x2000 && code < 0x2e80) && !(code >= 0x3000 && code < 0x3040);
}

/** Spreads every bit over all others (the finaliser of MurmurHash3), as a number without sign. */
function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
