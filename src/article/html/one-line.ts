/** A text as it reads on one line: white space folded, soft hyphens and marks without width taken out. */
export function oneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
