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
  least.fill(empty);
  // Signs are read from memory, since each look into a text that is a part of another takes several steps. The sign
  // behind the last one ends the last word.
  const end = bytes.write(text, 0, longest * 2, 'utf16le') / 2;
  signs[end] = space;
  let word = basis;
  let last = basis;
  let beforeLast = basis;
  let inWord = false;
  let close = 0;
  for (let at = 0; at <= end; at++) {
    const code = signs[at] ?? space;
    if (code < 128) {
      const folded = ascii[code] ?? 0;
      if (folded > 0) {
        word = Math.imul(word ^ folded, prime);
        inWord = true;
        continue;
      }
      if (isHtml && code === lessThan) {
        // Where no tag is closed any more, each sign of less would have all the rest looked through.
        if (close >= 0 && close <= at) close = text.indexOf('>', at);
        // A tag that is cut off by the end is left out, too.
        if (close > 0) at = Math.min(close, end - 1);
      }
    } else if (isWordly(code)) {
      word = Math.imul(word ^ code, prime);
      inWord = true;
      if (!isWordAlone(code)) continue;
    }
    if (!inWord) continue;
    const three = mix(Math.imul(Math.imul(beforeLast, 31) ^ last, 31) ^ word);
    const bin = three & (bins - 1);
    if (three < (least[bin] ?? 0)) least[bin] = three;
    beforeLast = last;
    last = word;
    word = basis;
    inWord = false;
  }
  for (let bin = 0; bin < bins; bin++) {
    const value = least[bin] ?? empty;
    marks[bin] = value === empty ? 0 : 1 + (mix(value) % 255);
  }
  return marks.toString('base64url');
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
const empty = 0xffffffff;

/** What a sketch is made in: no two are made at once, and memory of its own would cost each more than its words do. */
const bytes = Buffer.alloc((longest + 1) * 2);
const signs = new Uint16Array(bytes.buffer, bytes.byteOffset, longest + 1);
const least = new Uint32Array(bins);
const marks = Buffer.alloc(bins);

/** The signs of words in ASCII, capitals as small letters; 0 for what parts words. Other scripts are compared as they are. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0;
});

/** Of signs beyond ASCII. */
function isWordly(code: number): boolean {
  return code >= 0xc0 && !(code >= 0x2000 && code < 0x2e80) && !(code >= 0x3000 && code < 0x3040);
}

/** Scripts without spaces: every sign is a word. */
function isWordAlone(code: number): boolean {
  return code >= 0x0e00 && (code < 0x0f00 || code >= 0x2e80);
}

/** Spreads every bit over all others (the finaliser of MurmurHash3), as a number without sign. */
function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
