/**
 * How much of a text can be set without taking more time and memory than an article may: up to the end of a paragraph or
 * a line, where there is one in the second half. What takes long is not letters but marks: each counts as much as many of them.
 *
 * @param limit in letters
 * @returns the length of what can be set: that of the text, where all of it can
 */
export function lengthWithin(text: string, limit: number): number {
  // Most texts are so short that nothing need be counted.
  if (text.length * mark <= limit) return text.length;
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    weight += isMark[text.charCodeAt(at)] === 1 ? mark : 1;
    if (weight > limit) return lastEnd(text, at);
  }
  return text.length;
}

/** What a sign that may be markup counts for, in letters: it makes tokens, elements and addresses. */
const mark = 150;

const isMark = Uint8Array.from({ length: 128 }, (_, code) =>
  Number('\n*_[]<>`~!&|\\$^{}'.includes(String.fromCharCode(code))),
);

function lastEnd(text: string, at: number): number {
  for (const end of ['\n\n', '\n', '>', ' ']) {
    const place = text.lastIndexOf(end, at - end.length);
    if (place > at / 2) return place + end.length;
  }
  return at;
}
