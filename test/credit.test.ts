import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, type Config } from '../src/index.js';
import { folderOf } from './support/folder.js';
import { all, one, readXml, textOf } from './support/xml.js';

const site = 'https://example.org/';
const by = 'https://creativecommons.org/licenses/by/4.0/';

/** What readers and other sites are told of one article, and of the feed that it is in. */
async function told(file: string, content: string, config: Config = {}) {
  const cwd = folderOf({ [`in/${file}`]: content });
  const output = join(cwd, 'out');
  await build({ articles: join(cwd, 'in'), output, site, title: 'Harbour News', ...config });
  const read = (name: string) => readFileSync(join(output, name), 'utf8');
  const channel = one(readXml(read('rss.xml')), 'channel');
  const atom = readXml(read('atom.xml'));
  const json = JSON.parse(read('feed.json'));
  return {
    read,
    channel,
    item: one(channel, 'item'),
    atom,
    entry: one(atom, 'entry'),
    json,
    jsonItem: json.items[0],
  };
}

const links = (element: ReturnType<typeof readXml>, relation: string, name = 'link') =>
  all(element, name)
    .filter(({ attributes }) => attributes.rel === relation)
    .map(({ attributes }) => attributes.href);

const article = (...lines: string[]) =>
  ['---', 'title: Ferry strike ends', 'date: 2026-05-06', ...lines, '---', '', 'All boats sail.', ''].join(
    '\n',
  );

describe('the rights and the licence of the config', () => {
  const config = { rights: '© Harbour & Sons', license: 'CC BY 4.0' };

  it('are those of each feed, in all formats, and stand on its pages', async () => {
    const { channel, atom, json, read } = await told('a.md', article(), config);
    expect(textOf(channel, 'copyright')).toBe('© Harbour & Sons');
    expect(links(channel, 'license', 'atom:link')).toEqual([by]);
    expect(textOf(channel, 'creativeCommons:license')).toBe(by);
    expect(textOf(atom, 'rights')).toBe('© Harbour & Sons');
    expect(links(atom, 'license')).toEqual([by]);
    expect(json._credit).toEqual({ rights: '© Harbour & Sons', license: { name: 'CC BY 4.0', url: by } });
    for (const page of ['index.html', 'embed.html'])
      expect(read(page)).toContain(`<a href="${by}" rel="license"><bdi>CC BY 4.0</bdi></a>`);
  });

  it("may be an address of terms of one's own", async () => {
    const terms = 'https://example.org/terms?a=1&b=2';
    const { channel, atom, json } = await told('a.md', article(), { license: terms });
    expect(links(channel, 'license', 'atom:link')).toEqual([terms]);
    expect(all(channel, 'creativeCommons:license')).toEqual([]);
    expect(links(atom, 'license')).toEqual([terms]);
    expect(json._credit.license).toEqual({ url: terms });
  });

  it('give way to those of an article, which nobody may take for given away', async () => {
    const { item, entry, jsonItem } = await told('a.md', article('copyright: © Coast Wire'), config);
    expect(textOf(item, 'dc:rights')).toBe('© Coast Wire');
    expect(textOf(entry, 'rights')).toBe('© Coast Wire');
    expect(links(entry, 'license')).toEqual(['http://purl.org/atompub/license#unspecified']);
    expect(jsonItem._credit).toEqual({ rights: '© Coast Wire' });
  });
});

describe('an article', () => {
  it('has the licence that it states, by name or by address', async () => {
    const { item, entry, jsonItem } = await told('a.md', article('license: CC-BY-4.0'));
    expect(links(item, 'license', 'atom:link')).toEqual([by]);
    expect(textOf(item, 'creativeCommons:license')).toBe(by);
    expect(links(entry, 'license')).toEqual([by]);
    expect(jsonItem._credit.license.url).toBe(by);
  });

  it('loses nothing where its licence is known to nobody', async () => {
    const { entry } = await told('a.md', article('license: Ask the desk'));
    expect(textOf(entry, 'rights')).toBe('Ask the desk');
  });

  it.each([
    ['license: by-nc-sa', { license: 'CC BY-NC-SA 4.0' }],
    ['rights: CC BY-SA 4.0', { license: 'CC BY-SA 4.0' }],
    ['copyright: © A. Miller\nrights: CC BY 4.0', { license: 'CC BY 4.0', rights: '© A. Miller' }],
    ['license: [Ask the desk, CC BY 4.0, MIT]', { license: 'CC BY 4.0' }],
    ['license: { content: CC-BY-SA-4.0, code: MIT }', { license: 'CC BY-SA 4.0' }],
    [
      `license: '<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">CC BY-NC 4.0</a>'`,
      { license: 'CC BY-NC 4.0' },
    ],
    ['license: © Coast Wire', { rights: '© Coast Wire' }],
    ['copyright: { holder: Coast Wire, year: 2018-2022 }', { rights: '© 2018-2022 Coast Wire' }],
    ['copyright: true\ncopyright_author: A. Miller', { rights: '© A. Miller' }],
    ['copyright: https://wire.example/', { rights: 'https://wire.example/' }],
  ])(
    'may say whose it is as %s',
    async (lines, { license, rights }: { license?: string; rights?: string }) => {
      const { jsonItem, entry } = await told('a.md', article(lines), { license: 'CC0', rights: '© Harbour' });
      expect(jsonItem._credit).toMatchObject({
        ...(rights && { rights }),
        ...(license && { license: { name: license } }),
      });
      expect(Object.keys(jsonItem._credit)).toHaveLength(rights && license ? 2 : 1);
      // What is given away by name must not be told as not licensed.
      expect(links(entry, 'license')).toHaveLength(1);
      expect(links(entry, 'license')[0]?.endsWith('#unspecified')).toBe(license === undefined);
    },
  );

  it('as a saved page may name its licence as its rights', async () => {
    const html = `<!doctype html><html lang="en"><head><title>Calm</title><meta name="dcterms.rights" content="${by}"></head>
<body><article><h1>Calm</h1><p>The sea was calm all day long, and nobody said a word.</p></article></body></html>`;
    expect((await told('calm.html', html)).jsonItem._credit).toEqual({
      license: { name: 'CC BY 4.0', url: by },
    });
  });

  it('as Medium exports it keeps the address that it has there', async () => {
    const html = `<!DOCTYPE html><html><head><title>Calm</title></head><body><article class="h-entry">
<header><h1 class="p-name">Calm</h1></header><section data-field="body" class="e-content">
<p>The sea was calm all day long, and nobody said a word.</p></section>
<footer><p><a href="https://medium.example/@desk/calm-12" class="p-canonical">Canonical link</a></p></footer></article></body></html>`;
    expect((await told('calm.html', html)).jsonItem.url).toBe('https://medium.example/@desk/calm-12');
  });

  it.each([
    'license: true',
    'license: N/A',
    'copyright: false',
    'copyright: 2026',
    'source: _posts/ferry.md',
    'via: ""',
  ])('says nothing by what is a switch or a path: %s', async (line) => {
    const { jsonItem, item } = await told('a.md', article(line));
    expect(jsonItem).not.toHaveProperty('_credit');
    expect(all(item, 'dc:source')).toEqual([]);
  });

  it('as a saved page keeps its licence, its rights and its own address', async () => {
    const html = `<!doctype html><html lang="en"><head><title>Calm</title>
<link rel="canonical" href="https://wire.example/calm">
<link rel="license" href="${by}"><meta name="dcterms.rights" content="Coast Wire, 2026"></head>
<body><article><h1>Calm</h1><p>The sea was calm all day long, and nobody said a word.</p></article></body></html>`;
    const { item, jsonItem, entry } = await told('calm.html', html);
    expect(textOf(item, 'link')).toBe('https://wire.example/calm');
    expect(links(entry, 'license')).toEqual([by]);
    expect(jsonItem._credit.rights).toBe('Coast Wire, 2026');
  });
});

describe('where an article comes from', () => {
  const wire = 'https://wire.example/ferry?a=1&b=2';

  it('is told in all formats', async () => {
    const source = `source: { name: Coast Wire, url: "${wire}", feed: "https://wire.example/rss.xml" }`;
    const { item, entry, jsonItem } = await told('a.md', article(source));
    expect(one(item, 'source')).toMatchObject({
      text: 'Coast Wire',
      attributes: { url: 'https://wire.example/rss.xml' },
    });
    expect(links(item, 'via', 'atom:link')).toEqual([wire]);
    expect(links(entry, 'via')).toEqual([wire]);
    expect(jsonItem.external_url).toBe(wire);
    expect(jsonItem._credit.source).toEqual({
      title: 'Coast Wire',
      url: wire,
      feed_url: 'https://wire.example/rss.xml',
    });
  });

  it.each<[string, { title?: string; url?: string }]>([
    ['source: Coast Wire', { title: 'Coast Wire' }],
    [`source: "${wire}"`, { url: wire }],
    [`source_name: Coast Wire\nsource_url: "${wire}"`, { title: 'Coast Wire', url: wire }],
    [`via: "${wire}"`, { url: wire }],
    [`original_url: "${wire}"`, { url: wire }],
    [`source: "[Coast Wire](${wire})"`, { title: 'Coast Wire', url: wire }],
    [`via: Coast Wire, ${wire}`, { title: 'Coast Wire', url: wire }],
    [`source: "Coast Wire (${wire})."`, { title: 'Coast Wire', url: wire }],
    [
      `source:\n  - name: Coast Wire\n    url: "${wire}"\n  - name: Another`,
      { title: 'Coast Wire', url: wire },
    ],
    [`source: "Taken from ${wire} with thanks"`, { url: wire }],
    ['source: [Coast Wire, Another]', { title: 'Coast Wire' }],
    ['source: "[[Coast Wire]]"', { title: 'Coast Wire' }],
    ['source: "Photo: A. Miller / Coast Wire"', { title: 'Photo: A. Miller / Coast Wire' }],
    ['source: Reuters/AP', { title: 'Reuters/AP' }],
    ['source: NOAA.gov', { title: 'NOAA.gov' }],
  ])('may be written as %s', async (lines, source) => {
    const { jsonItem, item } = await told('a.md', article(lines));
    expect(jsonItem._credit.source).toEqual(source);
    // An item has one of the two; and what is no feed is no `source` in RSS.
    expect(all(item, 'source')).toEqual([]);
    expect(textOf(item, 'dc:source')).toBe(source.title ?? source.url);
  });

  it('is never an address that does something', async () => {
    const { jsonItem, entry } = await told('a.md', article('source_url: "javascript:alert(1)"'));
    expect(jsonItem).not.toHaveProperty('external_url');
    expect(links(entry, 'via')).toEqual([]);
  });

  it('stands on the page of the article', async () => {
    const { read } = await told('a.md', article('source: Coast & Wire'), { pages: { articles: true } });
    expect(read('articles/a/index.html')).toMatch(
      /<p class="credit">Source: <bdi>Coast &#x26; Wire<\/bdi><\/p>/,
    );
  });
});

describe('with "credit: true"', () => {
  it('the text of each entry ends with where it appeared, in all formats and nowhere else', async () => {
    const content = article('source: { name: Coast Wire, url: "https://wire.example/" }');
    const { item, entry, jsonItem, read } = await told('a.md', content, {
      credit: true,
      pages: { articles: true },
    });
    const line =
      '<p><a href="https://example.org/articles/a/">Ferry strike ends</a> – ' +
      '<a href="https://example.org/">Harbour News</a> – <a href="https://wire.example/">Coast Wire</a></p>';
    expect(jsonItem.content_html).toBe(`<p>All boats sail.</p>\n${line}`);
    expect(textOf(item, 'content:encoded')).toBe(jsonItem.content_html);
    expect(textOf(entry, 'content')).toBe(jsonItem.content_html);
    expect(textOf(item, 'description')).toBe('All boats sail.');
    expect(read('articles/a/index.html')).not.toContain(line);
  });

  it('no article becomes another one', async () => {
    const cwd = folderOf({ 'in/a.md': article() });
    const config = { articles: join(cwd, 'in'), output: join(cwd, 'out'), site };
    await build(config);
    const date = () => JSON.parse(readFileSync(join(cwd, 'out/feed.json'), 'utf8')).items[0].date_modified;
    const before = date();
    await build({ ...config, credit: true, license: 'CC0' });
    expect(date()).toBe(before);
  });
});
