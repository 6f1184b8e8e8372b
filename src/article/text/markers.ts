/**
 * What marks a line as an item of a list (a bullet, a number, a letter in brackets) or as quoted, with the space after
 * it; an empty text where it is neither.
 *
 * @param text a line without space before it
 */
export function markerOf(text: string): string {
  return marker.exec(text)?.[0] ?? '';
}

const marker =
  /^(?:(?:[-*•·▪▫◦‣⁃►▶➤➢●○■□✓✔–—+]|\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|\(?[ivx]{1,5}\))\s+|>+\s?)/u;
