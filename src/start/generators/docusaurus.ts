import { siteOf } from '../data.js';
import type { Found, Generator } from '../generator.js';
import { textIn } from '../script.js';

const configs = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((ending) => `docusaurus.config.${ending}`);

/** Docusaurus: `docusaurus.config.js`, and articles in `blog`. */
export const docusaurus: Generator = {
  name: 'Docusaurus',
  find: (folder) => {
    const by = configs.find(folder.isFile);
    if (by === undefined) return undefined;
    const source = folder.text(by) ?? '';
    return {
      by,
      said: {
        site: siteOf(textIn(source, 'url'), textIn(source, 'baseUrl')),
        title: textIn(source, 'title'),
        description: textIn(source, 'tagline'),
        language: textIn(source, 'defaultLocale'),
      },
      articles: 'blog',
      ...addresses(source),
    };
  },
};

/** The usual ones, unless the script says that something lies elsewhere: what does, only a run would tell. */
function addresses(source: string): Pick<Found, 'permalink' | 'remark'> {
  if (/\brouteBasePath\b/.test(source))
    return {
      remark: 'Docusaurus has a "routeBasePath": if that is the one of the blog, begin the pattern with it.',
    };
  return {
    permalink: '/blog/:year/:month/:day/:slug',
    remark:
      'Docusaurus takes the date from the name of a file; where there is none, or a "slug", it leaves it out.',
  };
}
