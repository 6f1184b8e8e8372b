/**
 * Cuts plain text to a length: after a sentence where one ends in the second half, else after a word, with an
 * ellipsis. Never within a character that is made of several (RFC 3629 and combining marks).
 *
 * @param longest in characters; the ellipsis may come on top
 */
export function shorten(text: string, longest: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= longest) return folded;
  const head = folded.slice(0, longest + 1);
  const sentence = lastEnd(head, /[.!?…]["'”’)\]]*(?=\s)|[。！？][」』”]*/g);
  if (sentence > longest / 2) return folded.slice(0, sentence);
  const word = head.lastIndexOf(' ');
  const end = word > longest / 2 ? word : wholeCharacters(head, longest);
  return `${folded.slice(0, end).replace(/[\s,;:.–—-]+$/, '')}…`;
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function wholeCharacters(text: string, longest: number): number {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text))
    if (index + segment.length <= longest) end = index + segment.length;
  return end;
}
