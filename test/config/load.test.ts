import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnrun } from '../../src/config/find.js';
import { loadConfig } from '../../src/config/load.js';
import { folderOf } from '../support/folder.js';

describe('without a config', () => {
  it('everything has a default, and the title comes from the name of the folder', async () => {
    const cwd = folderOf({ 'daily-news_2/': '' });
    expect(await loadConfig({ cwd, articles: 'daily-news_2' })).toEqual({
      articles: join(cwd, 'daily-news_2'),
      output: join(cwd, 'output'),
      state: join(cwd, 'daily-news_2/.feedmill'),
      site: 'http://127.0.0.1:8080/',
      siteGiven: false,
      title: 'Daily news 2',
      description: 'Daily news 2',
      language: 'en',
      timezone: 'UTC',
      authors: [],
      limit: 50,
      maxBytes: Infinity,
      archive: false,
      tombstones: 30,
      fullText: true,
      credit: false,
      permalink: '/articles/:path/',
      feeds: { tags: false, authors: false, sections: false, languages: false },
      pages: { articles: 'articles', embed: 5 },
      podcast: { asked: false, categories: [], funding: [] },
      hub: [],
      websub: { announce: true, private: false },
      maxFileSize: 10_000_000,
      maxTags: 100,
      followLinks: false,
      watch: { settle: 200, rescan: 60_000, poll: false },
      serve: { host: '127.0.0.1', port: 8080, maxAge: 300, live: true, moved: {}, ended: [] },
    });
  });

  it('the articles lie in "articles" of the working folder', async () => {
    const cwd = folderOf({ 'articles/': '' });
    expect((await loadConfig({ cwd })).articles).toBe(join(cwd, 'articles'));
  });
});

describe('a config file', () => {
  const same = { title: 'Same', limit: 3, watch: { poll: true }, feeds: ['tags'] };
  const formats = {
    'feedmill.config.yaml': '# a comment\ntitle: Same\nlimit: 3\nwatch: { poll: true }\nfeeds: [tags]\n',
    'feedmill.config.yml': '\uFEFFtitle: Same\r\nlimit: 3\r\nwatch:\r\n  poll: true\r\nfeeds:\r\n- tags\r\n',
    'feedmill.config.json': `\t${JSON.stringify(same, undefined, '\t')}`,
    'feedmill.config.toml': 'title = "Same"\nlimit = 3\nfeeds = ["tags"]\n[watch]\npoll = true\n',
    'feedmill.config.mjs': `export default ${JSON.stringify(same)};`,
    'feedmill.config.js': `module.exports = async () => (${JSON.stringify(same)});`,
  };
  it.each(Object.entries(formats))('may be %s', async (name, text) => {
    const cwd = folderOf({ 'articles/': '', [name]: text });
    const config = await loadConfig({ cwd });
    expect(config).toMatchObject({ title: 'Same', limit: 3, configFile: join(cwd, name) });
    expect(config.watch).toEqual({ settle: 200, rescan: 60_000, poll: true });
    expect(config.feeds).toEqual({ tags: true, authors: false, sections: false, languages: false });
  });

  it.each([
    ['in the working folder', 'feedmill.config.yaml'],
    ['beside the articles folder', 'sites/one/feedmill.config.yaml'],
    ['in the articles folder', 'sites/one/news/feedmill.config.yaml'],
  ])('is found %s', async (_where, path) => {
    const cwd = folderOf({ 'sites/one/news/': '', [path]: 'title: Found' });
    expect((await loadConfig({ cwd, articles: 'sites/one/news' })).title).toBe('Found');
  });

  it('is not run where it lies among the articles, but named or in the working folder it is', async () => {
    const script = 'export default { title: "Run" };';
    const cwd = folderOf({ 'news/feedmill.config.mjs': script, 'news/storm.md': 'Wind.' });
    const given = { cwd, articles: 'news' };
    expect((await loadConfig(given)).title).toBe('News');
    expect(await findUnrun(given)).toEqual([join(cwd, 'news/feedmill.config.mjs')]);
    const naming = { ...given, configFile: 'news/feedmill.config.mjs' };
    expect((await loadConfig(naming)).title).toBe('Run');
    expect(await findUnrun(naming)).toEqual([]);
    expect((await loadConfig({ cwd: join(cwd, 'news'), articles: '.' })).title).toBe('Run');
  });

  it('is one: where two are found, both are named', async () => {
    const files = { 'feedmill.config.yaml': 'title: A', 'news/feedmill.config.json': '{"title": "B"}' };
    const cwd = folderOf(files);
    await expect(loadConfig({ cwd, articles: 'news' })).rejects.toThrow(
      `there are "feedmill.config.yaml" and "${join('news', 'feedmill.config.json')}"`,
    );
    expect((await loadConfig({ cwd, articles: 'news', configFile: 'feedmill.config.yaml' })).title).toBe('A');
  });

  it('names folders from where it lies', async () => {
    const text = 'articles: ./texts\noutput: ../public\n';
    const cwd = folderOf({ 'site/texts/': '', 'site/my.yaml': text });
    const config = await loadConfig({ cwd, configFile: 'site/my.yaml' });
    expect(config).toMatchObject({ articles: join(cwd, 'site/texts'), output: join(cwd, 'public') });
  });

  it('may be empty', async () => {
    const cwd = folderOf({ 'articles/': '', 'feedmill.config.yaml': '# title: later\n' });
    expect((await loadConfig({ cwd })).title).toBe('Articles');
  });
});

describe('what is given twice', () => {
  it('the command line beats the file, and its folders count from the working folder', async () => {
    const text = 'title: File\nsite: https://file.example/\nlimit: 7\noutput: here\nwatch: { settle: 5 }\n';
    const cwd = folderOf({ 'a/': '', 'b/': '', 'a/feedmill.config.yaml': `articles: ../b\n${text}` });
    const flags = { title: 'Flag', limit: 0, output: 'there', poll: true };
    expect(await loadConfig({ cwd, articles: 'a', flags })).toMatchObject({
      articles: join(cwd, 'a'),
      output: join(cwd, 'there'),
      title: 'Flag',
      description: 'Flag',
      site: 'https://file.example/',
      siteGiven: true,
      limit: Number.POSITIVE_INFINITY,
      watch: { settle: 5, rescan: 60_000, poll: true },
    });
  });
});

describe('values', () => {
  const load = async (value: object) =>
    loadConfig({ cwd: folderOf({ 'articles/': '', 'feedmill.config.json': JSON.stringify(value) }) });

  it('the site ends in a slash', async () => {
    expect((await load({ site: 'https://example.org/blog' })).site).toBe('https://example.org/blog/');
    expect((await load({ site: 'https://example.org' })).site).toBe('https://example.org/');
  });

  it('authors are a byline, or a list of bylines and people', async () => {
    expect((await load({ authors: 'Ana Ruiz' })).authors).toEqual([{ name: 'Ana Ruiz' }]);
    const people = [{ name: ' Ben Ode ', email: 'ben@example.org', uri: 'https://ben.example/' }];
    expect((await load({ authors: ['Ana Ruiz', ...people] })).authors).toEqual([
      { name: 'Ana Ruiz' },
      { name: 'Ben Ode', email: 'ben@example.org', uri: 'https://ben.example/' },
    ]);
  });

  const none = { tags: false, authors: false, sections: false, languages: false };
  const all = { tags: true, authors: true, sections: true, languages: true };
  it.each([
    [true, all],
    ['all', all],
    [false, none],
    [[], none],
    [['authors', 'languages'], { ...none, authors: true, languages: true }],
    [
      { sections: true, tags: false },
      { ...none, sections: true },
    ],
  ])('feeds: %j', async (feeds, groups) => {
    expect((await load({ feeds })).feeds).toEqual(groups);
  });

  it('a size may be bytes, or have a unit', async () => {
    expect((await load({ maxFileSize: 5 })).maxFileSize).toBe(5);
    expect((await load({ maxFileSize: '1.5 MB' })).maxFileSize).toBe(1_500_000);
    expect((await load({ maxFileSize: '2KiB' })).maxFileSize).toBe(2048);
  });

  it('a language is written as the standard does', async () => {
    expect((await load({ language: 'pt-br' })).language).toBe('pt-BR');
  });
});
