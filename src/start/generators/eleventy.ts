import { at, authorOf, folderOf, textOf } from '../data.js';
import type { Generator, Said } from '../generator.js';
import type { Look } from '../look.js';
import { textIn } from '../script.js';

const configs = ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `eleventy.config.${ending}`)];

/** Eleventy: `.eleventy.js` or `eleventy.config.js`; articles where they mostly are, the site in `_data`. */
export const eleventy: Generator = {
  name: 'Eleventy',
  find: async (folder) => {
    const by = configs.find(folder.isFile);
    if (by === undefined) return undefined;
    const input = folderOf(textIn(folder.text(by) ?? '', 'input'), '.');
    const inInput = (path: string) => folderOf(`${input}/${path}`, path);
    const places = ['content/blog', 'content/posts', 'posts', 'blog', 'articles', 'content'].map(inInput);
    return {
      by,
      said: await siteIn(folder, [inInput('_data'), '_data']),
      articles: places.find(folder.isFolder) ?? inInput('posts'),
    };
  },
};

/** What those call the file that tells of the site who begin with the usual templates. */
async function siteIn(folder: Look, places: readonly string[]): Promise<Said> {
  const names = places.flatMap((place) =>
    ['metadata', 'site'].flatMap((name) =>
      ['json', 'yaml', 'yml', 'js', 'mjs', 'cjs'].map((ending) => `${place}/${name}.${ending}`),
    ),
  );
  const file = names.find(folder.isFile);
  if (file === undefined) return {};
  const isScript = file.endsWith('js');
  const source = isScript ? (folder.text(file) ?? '') : '';
  const data = isScript ? undefined : await folder.data(file);
  const value = (key: string) => (isScript ? textIn(source, key) : textOf(at(data, key)));
  return {
    site: value('url'),
    title: value('title'),
    description: value('description'),
    language: value('language') ?? value('lang'),
    authors: isScript ? undefined : authorOf(at(data, 'author')),
  };
}
