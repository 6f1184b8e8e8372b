import { siteOf } from '../data.js';
import type { Generator } from '../generator.js';
import { constantIn, textIn } from '../script.js';

const configs = ['mjs', 'ts', 'js', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`);

/** Astro: `astro.config.mjs`, articles in `src/content`; its template for blogs has the title in `src/consts.ts`. */
export const astro: Generator = {
  name: 'Astro',
  find: (folder) => {
    const by = configs.find(folder.isFile);
    if (by === undefined) return undefined;
    const source = folder.text(by) ?? '';
    const constants = folder.text('src/consts.ts') ?? '';
    return {
      by,
      said: {
        site: siteOf(textIn(source, 'site'), textIn(source, 'base')),
        title: constantIn(constants, 'SITE_TITLE'),
        description: constantIn(constants, 'SITE_DESCRIPTION'),
        language: textIn(source, 'defaultLocale'),
      },
      articles: 'src/content',
    };
  },
};
