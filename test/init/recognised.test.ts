import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/config/yaml.js';
import { runHere } from '../commands/here.js';
import { feedIn } from '../service/feed.js';
import { article } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { itemsIn } from '../support/program.js';

interface Kind {
  readonly files: Readonly<Record<string, string>>;
  /** What is told of it. */
  readonly said: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Where the feed leads, where a site is known. */
  readonly urls?: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  'Jekyll, as it begins': {
    files: {
      '_config.yml':
        'title: Quay Notes\ndescription: >-\n  Of boats\n  and people\nurl: https://quay.example\nbaseurl: /notes\nauthor:\n  name: Ana Ruiz\n  email: ana@quay.example\ntimezone: Europe/Lisbon\nlang: pt_PT\n',
      '_posts/2026-05-06-storm.md': '---\ntitle: Storm\n---\nWind.\n',
      '_layouts/default.html': '<p>{{ content }}</p>',
      'about.md': '---\ntitle: About\n---\nOf us.\n',
    },
    said: 'recognised Jekyll by _config.yml, for site, title, description, language, timezone, authors, permalink',
    config: {
      site: 'https://quay.example/notes/',
      title: 'Quay Notes',
      description: 'Of boats and people',
      language: 'pt-PT',
      timezone: 'Europe/Lisbon',
      authors: [{ name: 'Ana Ruiz', email: 'ana@quay.example' }],
      permalink: '/:year/:month/:day/:slug.html',
      articles: '_posts',
      output: 'output',
    },
    urls: ['https://quay.example/notes/2026/05/06/storm.html'],
  },
  'Hugo in TOML': {
    files: {
      'hugo.toml':
        "baseURL = 'https://hill.example/'\nlanguageCode = 'en-us'\ntitle = 'Hill Letters'\n[params]\n  description = 'From up here'\n  [params.author]\n    name = 'Bo Lind'\n",
      'content/posts/storm.md': '+++\ntitle = "Storm"\ndate = 2026-05-06\n+++\nWind.\n',
      'content/_index.md': '+++\ntitle = "Home"\n+++\n',
    },
    said: 'recognised Hugo by hugo.toml, for site, title, description, language, authors',
    config: {
      site: 'https://hill.example/',
      title: 'Hill Letters',
      description: 'From up here',
      language: 'en-us',
      authors: [{ name: 'Bo Lind' }],
      articles: 'content',
      output: 'output',
    },
    urls: ['https://hill.example/posts/storm/'],
  },
  'Hugo in an old YAML': {
    files: {
      'config.yaml':
        'baseurl: https://hill.example/\ntitle: Hill\ncontentDir: texts\npermalinks:\n  posts: /:year/:slug/\n',
      'texts/posts/storm.md': article('Storm'),
    },
    said: 'recognised Hugo by config.yaml, for site, title',
    config: { site: 'https://hill.example/', title: 'Hill', articles: 'texts', output: 'output' },
  },
  'Hugo in a folder of configs, in JSON': {
    files: {
      'config/_default/hugo.json':
        '{ "baseURL": "https://hill.example/", "title": "Hill", "author": "Bo Lind" }',
      'content/storm.md': article('Storm'),
    },
    said: 'recognised Hugo by config/_default/hugo.json, for site, title, authors',
    config: {
      site: 'https://hill.example/',
      title: 'Hill',
      authors: 'Bo Lind',
      articles: 'content',
      output: 'output',
    },
  },
  'Eleventy in an old way': {
    files: {
      '.eleventy.js': 'module.exports = () => ({\n  dir: { output: "dist",\n    input: "src" },\n});\n',
      'src/_data/metadata.json':
        '{ "title": "Field Book", "url": "https://field.example/", "language": "en", "author": { "name": "Cy Ito", "url": "https://cy.example/" } }',
      'src/posts/storm.md': article('Storm'),
      'src/posts/posts.json': '{ "layout": "post.njk" }',
    },
    said: 'recognised Eleventy by .eleventy.js, for site, title, language, authors',
    config: {
      site: 'https://field.example/',
      title: 'Field Book',
      language: 'en',
      authors: [{ name: 'Cy Ito', uri: 'https://cy.example/' }],
      articles: 'src/posts',
      output: 'output',
    },
  },
  Eleventy: {
    files: {
      'eleventy.config.js': 'throw new Error("this is not run");\n',
      '_data/metadata.js':
        "export default {\n  title: 'Field Book',\n  url: \"https://field.example/\",\n  author: {\n    url: 'https://cy.example/',\n  },\n};\n",
      'content/blog/storm.md': article('Storm'),
    },
    said: 'recognised Eleventy by eleventy.config.js, for site, title',
    config: {
      site: 'https://field.example/',
      title: 'Field Book',
      articles: 'content/blog',
      output: 'output',
    },
  },
  Astro: {
    files: {
      'astro.config.mjs':
        "import { defineConfig } from 'astro/config';\n// site: 'https://old.example',\nexport default defineConfig({\n  site: 'https://star.example',\n  base: '/log',\n  integrations: [mdx({ site: 'https://other.example' })],\n});\n",
      'src/consts.ts':
        "export const SITE_TITLE = 'Star Log';\nexport const SITE_DESCRIPTION: string = \"What's up\";\n",
      'src/content/blog/storm.md': "---\ntitle: 'Storm'\npubDate: 'May 06 2026'\n---\nWind.\n",
      'src/pages/index.astro': '---\n---\n<p></p>\n',
    },
    said: 'recognised Astro by astro.config.mjs, for site, title, description',
    config: {
      site: 'https://star.example/log/',
      title: 'Star Log',
      description: "What's up",
      articles: 'src/content',
      output: 'output',
    },
    urls: ['https://star.example/log/blog/storm/'],
  },
  Zola: {
    files: {
      'config.toml':
        'base_url = "https://moss.example"\ntitle = "Moss"\ndescription = "Small green things"\ndefault_language = "de"\n[extra]\nauthor = "Di Ek"\n',
      'content/blog/storm.md': '+++\ntitle = "Storm"\ndate = 2026-05-06\n+++\nWind.\n',
      'content/blog/_index.md': '+++\ntitle = "Blog"\n+++\n',
    },
    said: 'recognised Zola by config.toml, for site, title, description, language, authors',
    config: {
      site: 'https://moss.example',
      title: 'Moss',
      description: 'Small green things',
      language: 'de',
      authors: 'Di Ek',
      articles: 'content',
      output: 'output',
    },
    urls: ['https://moss.example/blog/storm/'],
  },
  Docusaurus: {
    files: {
      'docusaurus.config.js':
        "const config = {\n  title: \"Crate's Papers\",\n  tagline: 'How it is packed',\n  url: 'https://crate.example',\n  baseUrl: '/',\n  i18n: {\n    defaultLocale: 'fr',\n  },\n  themeConfig: {\n    navbar: {\n      title: 'Crate',\n    },\n  },\n};\nexport default config;\n",
      'blog/2026-05-06-storm/index.md': '---\ntitle: Storm\nauthors: [eve]\n---\nWind.\n',
      'blog/authors.yml': 'eve:\n  name: Eve Orr\n',
      'docs/intro.md': '# Intro\n\nNot of the blog.\n',
    },
    said: 'recognised Docusaurus by docusaurus.config.js, for site, title, description, language, permalink',
    config: {
      site: 'https://crate.example/',
      title: "Crate's Papers",
      description: 'How it is packed',
      language: 'fr',
      permalink: '/blog/:year/:month/:day/:slug',
      articles: 'blog',
      output: 'output',
    },
    urls: ['https://crate.example/blog/2026/05/06/storm'],
  },
  Obsidian: {
    files: { '.obsidian/app.json': '{}', 'Storm.md': 'Wind and rain, as [[Calm]] says.\n' },
    said: 'recognised Obsidian by .obsidian/',
    config: { articles: '.', output: 'output' },
  },
};

describe.each(Object.entries(kinds))('%s', (_, { files, said, config, urls }) => {
  it('is recognised, its config is taken, and a build finds the articles', async () => {
    const cwd = folderOf(files);
    const { ended, written } = runHere(cwd, 'init --yes');
    expect(await ended, written.err).toBe(0);
    expect(written.err.split('\n')[0]).toBe(said);
    expect(parseYaml(configIn(cwd)).value).toEqual({ title: expect.any(String), ...config });
    expect(written.err).toContain(' as it is: something lies ');
    for (const [path, text] of Object.entries(files))
      expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
    const build = runHere(cwd, 'build');
    expect(await build.ended, build.written.err).toBe(0);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['Storm']);
    if (urls) expect(itemsIn(join(cwd, 'output')).map(({ url }) => url)).toEqual(urls);
  });
});

describe('permalinks of Jekyll', () => {
  it.each([
    ['/:year/:month/:title/', '/:year/:month/:slug/'],
    ['/blog/:slug.html', '/blog/:slug.html'],
    ['pretty', '/:year/:month/:day/:slug/'],
    ['none', '/:slug.html'],
    ['/:title:output_ext', '/:slug.html'],
  ])('"%s" are "%s" here', async (theirs, ours) => {
    expect((await jekyllConfig(theirs)).value).toMatchObject({ permalink: ours });
  });

  it.each(['ordinal', '/:short_year/:title/', '/:i_month/:title/', '/:collection/:title'])(
    '"%s" cannot be said here: that is told in the config',
    async (theirs) => {
      const { value, text } = await jekyllConfig(theirs);
      expect(value).not.toHaveProperty('permalink');
      expect(text).toMatch(/^# Jekyll has ".*", for which there is no pattern here\.\n#permalink: /m);
    },
  );

  it('with categories are told to differ for articles that have some', async () => {
    expect((await jekyllConfig('pretty')).text).toContain(
      'articles with categories have other addresses there',
    );
    expect((await jekyllConfig('/:title/')).text).not.toContain('Jekyll');
  });

  it('wait in the config where no site is known, since links then lead to pages here', async () => {
    const { value, text } = await jekyllConfig('/:year/:title/', '');
    expect(value).not.toHaveProperty('permalink');
    expect(text).toContain('# With "site", "/:year/:slug/" gives the addresses that Jekyll gives.\n');
  });

  async function jekyllConfig(permalink: string, url = 'https://quay.example') {
    const cwd = folderOf({ '_config.yml': `url: "${url}"\npermalink: "${permalink}"\n`, '_posts/': '' });
    const { ended, written } = runHere(cwd, 'init --yes');
    expect(await ended, written.err).toBe(0);
    const text = configIn(cwd);
    return { text, value: parseYaml(text).value };
  }
});

function configIn(cwd: string): string {
  return readFileSync(join(cwd, 'feedmill.config.yaml'), 'utf8');
}
