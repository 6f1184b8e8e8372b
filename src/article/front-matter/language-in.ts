import type { Keys } from './keys.js';

/** Reads the language as BCP 47 has it (`pt_BR` is `pt-BR`), with its line. */
export function readLanguageIn(keys: Keys): { readonly language: string; readonly line: number } | undefined {
  for (const { value, line } of keys.family('language')) {
    const language = typeof value === 'string' ? languageOf(value) : undefined;
    if (language) return { language, line };
  }
  return undefined;
}

function languageOf(text: string): string | undefined {
  const code = text
    .trim()
    .replace(/\.[\w-]+$/, '')
    .replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(code)) return undefined;
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}
