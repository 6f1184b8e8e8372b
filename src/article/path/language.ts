/**
 * The language that the name of a file ends with (`page.fr`, `post.pt-br`), or else that the first folder is named for.
 *
 * @param bare the path without the ending of the file
 * @returns a tag as BCP 47 has it
 */
export function languageInPath(
  bare: string,
): { readonly language: string; readonly suffix: boolean } | undefined {
  const behind = tagOf(/\.([a-z]{2}(?:[-_][a-z]{2,4})?)$/i.exec(bare)?.[1], written);
  if (behind) return { language: behind, suffix: true };
  const first = tagOf(
    /^(?:(?:content|_?i18n|locales?|translations)\/)?([a-z]{2}(?:[-_][a-z]{2,4})?)\//i.exec(bare)?.[1],
    named,
  );
  return first ? { language: first, suffix: false } : undefined;
}

/** Languages whose codes do not also name something else in front of an ending, as `ts` and `io` do. */
const written = new Set(
  (
    'en es de fr pt it ru ja zh ar tr pl nl id vi ko cs uk sv hu ro el fi da nb nn no he th bg sk hr sr sl lt lv et hi bn fa ur ' +
    'ms ca gl eu is mk be bs sq af sw cy ga mt ka hy az kk uz mn ne si ta te ml kn mr gu pa my km lo am'
  ).split(' '),
);

/** Those of them that seldom name a folder of anything else, as `ml`, `cs`, `hr` and `is` do. */
const named = new Set(
  'en es de fr pt it ru ja zh ar tr pl nl vi ko uk sv hu ro el fi nb he th bg hi fa ur ca'.split(' '),
);

function tagOf(code: string | undefined, languages: ReadonlySet<string>): string | undefined {
  if (!code || !languages.has(code.slice(0, 2).toLowerCase())) return undefined;
  try {
    return Intl.getCanonicalLocales(code.replace('_', '-'))[0];
  } catch {
    return undefined;
  }
}
