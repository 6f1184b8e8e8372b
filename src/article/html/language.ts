import type { Clue } from './clue.js';
import type { Page } from './page.js';
import type { Said } from './said.js';
import { select } from './select.js';

/** The language a page states, first on its root element, as BCP 47. */
export function chooseLanguage(page: Page, clues: readonly Clue[]): Said<string> | undefined {
  const roots = select('html[lang],html[xml\\:lang],body[lang]', page.root).map((element) => ({
    texts: [element.attribs.lang ?? element.attribs['xml:lang'] ?? ''],
    line: page.lineOf(element),
  }));
  for (const { texts, line } of [...roots, ...clues.filter(({ subject }) => subject === 'language')]) {
    const value = texts.map(tagOf).find((tag) => tag !== undefined);
    if (value !== undefined) return { value, line };
  }
  return undefined;
}

function tagOf(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
