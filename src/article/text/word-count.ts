/**
 * How many words a text has; where a script sets no space between words, two characters count as one.
 *
 * @param text one line or paragraph
 */
export function countWords(text: string): number {
  const dense =
    text.match(/[\u2e80-\ua4cf\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/g)?.length ?? 0;
  const spaced = text.match(/\S+/g)?.length ?? 0;
  return dense > 0 ? Math.max(spaced, Math.ceil(dense / 2)) : spaced;
}
