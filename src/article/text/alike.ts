/**
 * Whether two texts say the same, whatever their case, spacing and punctuation. Texts without letters say nothing.
 *
 * @param one a line or paragraph
 * @param other another
 */
export function alike(one: string, other: string): boolean {
  return bare(one) !== '' && bare(one) === bare(other);
}

function bare(text: string): string {
  return text
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
