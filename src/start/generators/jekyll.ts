import { permalinkFault } from '../../config/permalink.js';
import { at, authorOf, folderOf, siteOf, textOf } from '../data.js';
import type { Found, Generator } from '../generator.js';
import { quoted } from '../yaml-value.js';

/** Jekyll: `_config.yml`, and articles in `_posts`. */
export const jekyll: Generator = {
  name: 'Jekyll',
  find: async (folder) => {
    const by = ['_config.yml', '_config.yaml', '_config.toml'].find(folder.isFile);
    // Hexo has a file of this name, too.
    if (by === undefined || folder.isFolder('source/_posts')) return undefined;
    const data = await folder.data(by);
    const around = folderOf(at(data, 'collections_dir') ?? at(data, 'source'), '.');
    return {
      by,
      said: {
        site: siteOf(at(data, 'url'), at(data, 'baseurl')),
        title: textOf(at(data, 'title'), at(data, 'name')),
        description: textOf(at(data, 'description')),
        language: textOf(at(data, 'lang'), at(data, 'locale')),
        timezone: textOf(at(data, 'timezone')),
        authors: authorOf(at(data, 'author')),
      },
      articles: folderOf(`${around}/_posts`, '_posts'),
      isDated: true,
      ...addresses(textOf(at(data, 'permalink')) ?? 'date'),
    };
  },
};

/** The patterns that have names. */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The same addresses in our words, as far as there are any. */
function addresses(permalink: string): Pick<Found, 'permalink' | 'remark'> {
  const theirs = styles[permalink] ?? permalink;
  const ours = theirs
    .replace('/:categories/', '/')
    .replace(/:(?:title|slug)(?![a-z_])/g, ':slug')
    .replace(/:output_ext$/, '.html');
  if (permalinkFault(ours) !== undefined)
    return { remark: `Jekyll has ${quoted(theirs)}, for which there is no pattern here.` };
  if (!theirs.includes(':categories')) return { permalink: ours };
  return {
    permalink: ours,
    remark: `Jekyll has ${quoted(theirs)}: articles with categories have other addresses there.`,
  };
}
