import { at, authorOf, textOf } from '../data.js';
import type { Generator } from '../generator.js';

/** Zola: a `config.toml` with `base_url`, and articles in `content`. */
export const zola: Generator = {
  name: 'Zola',
  find: async (folder) => {
    const by = ['zola.toml', 'config.toml'].find(folder.isFile);
    const data = by && (await folder.data(by));
    if (!by || at(data, 'base_url') === undefined) return undefined;
    return {
      by,
      said: {
        site: textOf(at(data, 'base_url')),
        title: textOf(at(data, 'title')),
        description: textOf(at(data, 'description')),
        language: textOf(at(data, 'default_language')),
        authors: authorOf(at(data, 'author') ?? at(data, 'extra', 'author')),
      },
      articles: 'content',
    };
  },
};
