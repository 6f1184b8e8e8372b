import { at, authorOf, folderOf, textOf } from '../data.js';
import type { Generator } from '../generator.js';
import type { Look, Table } from '../look.js';

const endings = ['toml', 'yaml', 'yml', 'json'];
const own = ['hugo', 'config/_default/hugo'].flatMap((name) => endings.map((ending) => `${name}.${ending}`));
/** Names that others use, too. */
const shared = ['config', 'config/_default/config'].flatMap((name) =>
  endings.map((ending) => `${name}.${ending}`),
);

/** Hugo: `hugo.toml`, or a `config.toml` with `baseURL`; and articles in `content`. */
export const hugo: Generator = {
  name: 'Hugo',
  find: async (folder) => {
    const { by, data } = (await configOf(folder)) ?? {};
    if (by === undefined) return undefined;
    const main = textOf(at(data, 'defaultContentLanguage')) ?? 'en';
    const inLanguage = (key: string) => at(data, 'languages', main, key);
    return {
      by,
      said: {
        site: textOf(at(data, 'baseURL')),
        title: textOf(at(data, 'title'), inLanguage('title')),
        description: textOf(at(data, 'params', 'description'), inLanguage('description')),
        language: textOf(at(data, 'locale'), at(data, 'languageCode'), at(data, 'defaultContentLanguage')),
        timezone: textOf(at(data, 'timeZone')),
        authors: authorOf(at(data, 'params', 'author') ?? at(data, 'author')),
      },
      articles: folderOf(at(data, 'contentDir'), 'content'),
      ...(at(data, 'permalinks') !== undefined && {
        remark: 'Hugo has patterns of its own for some folders ("permalinks"); here, one is for all.',
      }),
    };
  },
};

async function configOf(folder: Look): Promise<{ by: string; data: Table | undefined } | undefined> {
  const by = own.find(folder.isFile);
  if (by !== undefined) return { by, data: await folder.data(by) };
  for (const name of shared.filter(folder.isFile)) {
    const data = await folder.data(name);
    if (at(data, 'baseURL') !== undefined) return { by: name, data };
  }
  return undefined;
}
