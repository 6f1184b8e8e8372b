/**
 * How wide a text stands on a page, in columns: a character of the East Asian scripts takes two.
 *
 * @param text one line or paragraph
 */
export function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
