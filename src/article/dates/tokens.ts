/** A number, a word or a single mark of a date; words are folded, and `gap` tells whether white space came before. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark' | 'zone';
  readonly text: string;
  readonly gap: boolean;
}

/**
 * Cuts a date into tokens. Digits of any script become ASCII, dots inside abbreviations ("p.m.") go, accents and case
 * are folded, and a counter that stands right after its number (`年`, `월`) is a word of its own.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
  let counting = false;
  for (const match of plain.matchAll(pattern)) {
    const [, space = '', number, zone, word, mark = ''] = match;
    const gap = space !== '';
    if (number !== undefined) tokens.push({ kind: 'number', text: number, gap });
    else if (zone !== undefined && isZone(zone)) tokens.push({ kind: 'zone', text: zone, gap });
    else if (zone !== undefined) tokens.push(...tokenise(zone.replaceAll('/', ' / ')));
    else if (word !== undefined) tokens.push(...wordTokens(word, gap, counting));
    else if (mark !== '') tokens.push({ kind: 'mark', text: dashes.test(mark) ? '-' : mark, gap });
    counting = number !== undefined;
  }
  return tokens;
}

/** A word as it is looked up: without case, dots, or the accents and points that writers leave out. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f.'’׳״॰]/gu, '')
    .replaceAll('ı', 'i');
}

const pattern =
  /(\s*)(?:(\d+)|([A-Za-z]{2,14}(?:\/[A-Za-z][A-Za-z_+-]{1,30}\d{0,2}){1,2})|([\p{L}\p{M}](?:[\p{L}\p{M}'’׳״॰]|\.(?=\p{L}))*)|(\S)?)/gu;
const dashes = /^[-‐‑‒–—−]$/u;
const counters = /^[年月日号號時时点點分秒년월일시분초]/u;

function wordTokens(word: string, gap: boolean, counting: boolean): Token[] {
  if (!counting || !counters.test(word)) return [{ kind: 'word', text: foldWord(word), gap }];
  const rest = word.slice(1);
  const counter: Token = { kind: 'word', text: word.slice(0, 1), gap };
  return rest ? [counter, { kind: 'word', text: foldWord(rest), gap: false }] : [counter];
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The ten digits of a script stand in a row, the zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
