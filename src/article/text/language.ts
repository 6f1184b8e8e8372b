/**
 * Reads the name of a language, as `en-GB`, "English" or "deutsch".
 *
 * @param text what stands after the label
 * @returns BCP 47, or nothing where the language is not known
 */
export function readLanguage(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const known = languages.get(name);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/.test(name)) return undefined;
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

const languages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'english|anglais|inglés|inglês|englisch',
    de: 'german|deutsch|allemand',
    fr: 'french|français|francais',
    es: 'spanish|español|castellano',
    pt: 'portuguese|português',
    it: 'italian|italiano',
    nl: 'dutch|nederlands',
    sv: 'swedish|svenska',
    nb: 'norwegian|norsk',
    da: 'danish|dansk',
    fi: 'finnish|suomi',
    pl: 'polish|polski',
    cs: 'czech|čeština',
    ru: 'russian|русский',
    uk: 'ukrainian|українська',
    tr: 'turkish|türkçe',
    ar: 'arabic|العربية',
    fa: 'persian|فارسی',
    ur: 'urdu|اردو',
    hi: 'hindi|हिन्दी',
    bn: 'bengali|বাংলা',
    id: 'indonesian|bahasa indonesia',
    vi: 'vietnamese|tiếng việt',
    zh: 'chinese|中文',
    ja: 'japanese|日本語',
    ko: 'korean|한국어',
    el: 'greek|ελληνικά',
    he: 'hebrew|עברית',
    hu: 'hungarian|magyar',
    ro: 'romanian|română',
    la: 'latin',
    sw: 'swahili|kiswahili',
  }).flatMap(([tag, names]) => names.split('|').map((name) => [name, tag] as const)),
);
