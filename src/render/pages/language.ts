import { escapeText } from '../text.js';

/** Scripts that are written from right to left, and languages that are written in one of them unless they say otherwise. */
const scripts = /-(?:arab|hebr|syrc|thaa|nkoo|adlm|rohg)(?:-|$)/i;
const languages = new Set('ar arc ckb dv fa he ks ps sd ug ur yi'.split(' '));

/** The direction in which a language is written: BCP 47. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  if (scripts.test(language)) return 'rtl';
  const hasScript = /^[a-z]{2,3}-[a-z]{4}(?:-|$)/i.test(language);
  return !hasScript && languages.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

/**
 * The attributes of an element whose text is in another language than what stands around it.
 *
 * @returns nothing where the languages are the same
 */
export function languageAttributes(language: string, around: string): string {
  if (language === around) return '';
  const direction = directionOf(language);
  const turns = direction === directionOf(around) ? '' : ` dir="${direction}"`;
  return ` lang="${escapeText(language)}"${turns}`;
}

/** A date, a number or a name of a language as its speakers write it; English where this machine has no such language. */
export function inLanguage<T>(language: string, make: (language: string) => T): T {
  try {
    return make(language);
  } catch {
    return make('en');
  }
}
