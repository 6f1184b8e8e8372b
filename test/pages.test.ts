import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, ConfigError, watch } from '../src/index.js';
import { folderOf } from './support/folder.js';
import { put } from './support/put.js';

const site = 'https://example.org/';
const storm =
  '---\ntitle: Storm\ndate: 2026-05-06\ntags: [weather, sea]\n---\n\nWind and rain[^1].\n\n[^1]: Much.\n';
const calm = '---\ntitle: Calm\ndate: 2026-05-07\ntags: [weather]\n---\n\nNothing moved.\n';
const fog = '---\ntitle: Fog\ndate: 2026-05-08\n---\n\nNothing was seen.\n';

/** A folder of three articles, with what is built of it. */
function three(more: Readonly<Record<string, string>> = {}) {
  const cwd = folderOf({ 'in/storm.md': storm, 'in/quay/calm.md': calm, 'in/fog.md': fog, ...more });
  const output = join(cwd, 'out');
  const read = (name: string) => readFileSync(join(output, name), 'utf8');
  return {
    cwd,
    output,
    read,
    has: (name: string) => existsSync(join(output, name)),
    articles: join(cwd, 'in'),
  };
}

describe('the page of a feed', () => {
  it('stands beside its documents, and leads to them and to the articles', async () => {
    const { articles, output, read } = three();
    const { documents } = await build({ articles, output, site, title: 'Harbour' });
    expect(documents.written).toEqual([
      'atom.xml',
      'embed.html',
      'feed.css',
      'feed.json',
      'index.html',
      'page.css',
      'rss.xml',
    ]);
    const page = read('index.html');
    expect(page).toContain('href="rss.xml"');
    expect(page).toContain('href="https://example.org/quay/calm/"');
    expect([...page.matchAll(/<h3[^>]*>.*?(Storm|Calm|Fog)/gs)].map(([, title]) => title)).toEqual([
      'Fog',
      'Calm',
      'Storm',
    ]);
  });

  it('is there for each group, and the main one leads to them', async () => {
    const { articles, output, read } = three();
    await build({ articles, output, site, feeds: ['tags', 'sections'] });
    expect(read('index.html')).toContain('tags/weather/');
    const page = read('tags/weather/index.html');
    expect(page).toContain('<base href="../../">');
    expect(page).toContain('Storm');
    expect(page).not.toContain('Fog');
    expect(read('sections/quay/index.html')).toContain('Calm');
  });

  it('leads from page to page of the archive', async () => {
    const { articles, output, read } = three();
    await build({ articles, output, site, limit: 2, archive: true });
    expect(read('index.html')).toContain('href="archive/1/index.html"');
    expect(read('archive/1/index.html')).toContain('Storm');
    expect(read('archive/1/index.html')).toContain('<base href="../../">');
  });

  it('names the style sheet by which a browser shows the feed itself, wherever that lies', async () => {
    const { articles, output, read } = three();
    await build({ articles, output, site, feeds: ['tags'] });
    for (const name of ['rss.xml', 'atom.xml'])
      expect(read(name)).toMatch(
        /^<\?xml [^>]*\?>\n<\?xml-stylesheet type="text\/css" href="feed.css"\?>\n</,
      );
    expect(read('tags/sea/rss.xml')).toContain('<?xml-stylesheet type="text/css" href="../../feed.css"?>');
  });

  it('is not there where there are to be no pages, and goes when that is said later', async () => {
    const { articles, output, read, has } = three();
    await build({ articles, output, site });
    const { documents } = await build({ articles, output, site, pages: false });
    expect([...documents.removed].sort()).toEqual(['embed.html', 'feed.css', 'index.html', 'page.css']);
    expect(has('index.html')).toBe(false);
    expect(read('rss.xml')).not.toContain('xml-stylesheet');
  });

  it('never takes the place of a page that somebody else has put there', async () => {
    const { articles, output, read } = three({ 'out/index.html': 'My own site' });
    const { problems } = await build({ articles, output, site });
    expect(problems).toMatchObject([{ code: 'page-in-the-way', level: 'note' }]);
    expect(read('index.html')).toBe('My own site');
    rmSync(join(output, 'index.html'));
    expect((await build({ articles, output, site })).documents.written).toEqual(['index.html']);
  });
});

describe('the page of an article', () => {
  it('is where its permalink leads, where no site is given', async () => {
    const { articles, output, read } = three();
    await build({ articles, output });
    const feed: { items: { url: string }[] } = JSON.parse(read('feed.json'));
    expect(feed.items.map(({ url }) => url)).toEqual([
      'http://127.0.0.1:8080/articles/fog/',
      'http://127.0.0.1:8080/articles/quay/calm/',
      'http://127.0.0.1:8080/articles/storm/',
    ]);
    const page = read('articles/quay/calm/index.html');
    expect(page).toContain('Nothing moved.');
    expect(page).toContain('href="../../../articles/storm/index.html"');
    expect(page).toContain('href="../../../articles/fog/index.html"');
    expect(read('index.html')).toContain('href="articles/quay/calm/index.html"');
  });

  it('is there for a site that asks for it, at the addresses that the site says', async () => {
    const { articles, output, read } = three();
    await build({ articles, output, site, permalink: '/:year/:slug/', pages: { articles: true } });
    expect(read('articles/storm/index.html')).toContain(
      '<link rel="canonical" href="https://example.org/2026/storm/">',
    );
  });

  it('holds the whole article though feeds carry summaries alone', async () => {
    const long = `---\ntitle: Long\n---\n\n${'A first sentence that is long enough. '.repeat(30)}\n\nThe very end.\n`;
    const { articles, output, read } = three({ 'in/long.md': long });
    await build({ articles, output, fullText: false });
    expect(read('articles/long/index.html')).toContain('The very end.');
    expect(read('rss.xml')).not.toContain('The very end.');
  });

  it('changes with its article and with those around it, and no other does', async () => {
    const { articles, output } = three({ 'in/dew.md': '---\ntitle: Dew\ndate: 2026-05-09\n---\n\nWet.\n' });
    const config = { articles, output };
    await build(config);
    expect((await build(config)).documents.written).toEqual([]);
    put(articles, 'storm.md', storm.replace('Wind', 'More wind'));
    expect((await build(config)).documents.written).toEqual([
      'articles/storm/index.html',
      'atom.xml',
      'feed.json',
      'index.html',
      'rss.xml',
    ]);
    put(articles, 'storm.md', storm.replace('title: Storm', 'title: Gale'));
    const { written } = (await build(config)).documents;
    expect(written.filter((name) => name.startsWith('articles/'))).toEqual([
      'articles/quay/calm/index.html',
      'articles/storm/index.html',
    ]);
  });

  it('goes with the article, and with its place in the feeds', async () => {
    const { articles, output, has } = three();
    await build({ articles, output, limit: 2 });
    expect(has('articles/storm/index.html')).toBe(false);
    unlinkSync(join(articles, 'fog.md'));
    const { documents } = await build({ articles, output, limit: 2 });
    expect(documents.removed).toEqual(['articles/fog/index.html']);
    expect(has('articles/storm/index.html')).toBe(true);
  });

  it('is there for entries that only the archive or a group shows', async () => {
    const { articles, output, has } = three();
    await build({ articles, output, limit: 1, archive: true, feeds: ['tags'] });
    expect(has('articles/storm/index.html')).toBe(true);
  });

  it('cannot be there for two articles of one address: that is told, once', async () => {
    const { articles, output, read } = three({
      'in/storm.txt': 'Another storm\n\nIt came at night, and it stayed.\n',
    });
    const reports: string[][] = [];
    const watcher = await watch(
      { articles, output, watch: { settle: 0 } },
      { onReport: ({ problems }) => reports.push(problems.map(({ code, path }) => `${code} ${path}`)) },
    );
    put(articles, 'fog.md', fog.replace('seen', 'heard'));
    await expect.poll(() => read('articles/fog/index.html')).toContain('heard');
    await watcher.close();
    expect(reports.flat()).toEqual(['date-missing storm.txt', 'address-shared storm.txt']);
    expect(read('articles/storm/index.html')).toContain('Wind and rain');
  });

  it('is left out where the articles themselves lie in its place', async () => {
    const cwd = folderOf({ 'articles/storm.md': storm });
    const report = await build({ articles: join(cwd, 'articles'), output: cwd });
    expect(report.problems).toEqual([]);
    expect(report.documents.written).toContain('index.html');
    expect(existsSync(join(cwd, 'articles/storm/index.html'))).toBe(false);
  });
});

describe('what is the same in all pages', () => {
  it('is the colour, the logo and the style sheet that the config says', async () => {
    const { cwd, articles, output, read } = three({ 'my.css': 'h1 { color: red }', 'Mark.SVG': '<svg/>' });
    const pages = { accent: '#a50', logo: join(cwd, 'Mark.SVG'), css: join(cwd, 'my.css') };
    await build({ articles, output, site, pages });
    expect(read('custom.css')).toBe('h1 { color: red }');
    expect(read('logo.svg')).toBe('<svg/>');
    expect(read('index.html')).toMatch(/custom\.css.*logo\.svg/s);
    writeFileSync(join(cwd, 'my.css'), 'h1 { color: blue }');
    expect((await build({ articles, output, site, pages })).documents.written).toContain('custom.css');
    expect(read('custom.css')).toBe('h1 { color: blue }');
  });

  it('cannot be a file that is not there, or of another kind: all of that is told at once', async () => {
    const { cwd, articles, output } = three({ 'secret.txt': 'x', 'folder.css/': '' });
    symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'logo.png'));
    const faults = async (pages: object): Promise<string[]> => {
      const error = await build({ articles, output, pages }).catch((thrown: unknown) => thrown);
      return error instanceof ConfigError ? error.problems.map(({ message }) => message) : [];
    };
    expect(await faults({ logo: join(cwd, 'logo.png'), css: join(cwd, 'folder.css') })).toEqual([
      expect.stringContaining('it is a link to a file of another kind'),
      expect.stringContaining('it is no file'),
    ]);
    expect(await faults({ css: join(cwd, 'none.css') })).toEqual([
      expect.stringContaining('it does not exist'),
    ]);
    expect((await faults({ logo: 'secret.txt', accent: 'url(x)', colour: 'red' })).sort()).toEqual([
      expect.stringContaining('"pages.colour"'),
      expect.stringContaining('pages.accent "url(x)": expected a colour'),
      expect.stringContaining('pages.logo "secret.txt": expected a file whose name ends in .svg'),
    ]);
  });
});

describe('what an article shows', () => {
  const boat =
    '---\ntitle: Boat\ndate: 2026-05-09\n---\n\n![A boat](boat.png)\n\n[The map](../maps/bay.pdf) and [the storm](../storm.md).\n';
  const bundle = '---\ntitle: Gull\ndate: 2026-05-10\nimage: gull.png\n---\n\n![A gull](gull.png)\n';
  const shown = {
    'in/quay/boat.md': boat,
    'in/quay/boat.png': 'a boat',
    'in/maps/bay.pdf': 'a map',
    'in/gull/index.md': bundle,
    'in/gull/gull.png': 'a gull',
    'in/quay/unused.png': 'nobody',
  };

  it('comes with its page, and what no page shows does not', async () => {
    const { articles, output, read, has } = three(shown);
    await build({ articles, output });
    expect(read('quay/boat.png')).toBe('a boat');
    expect(read('maps/bay.pdf')).toBe('a map');
    expect(read('articles/gull/gull.png')).toBe('a gull');
    expect(has('quay/unused.png')).toBe(false);
    const page = read('articles/quay/boat/index.html');
    expect(page).toContain('src="../../../quay/boat.png"');
    expect(page).toContain('href="../../../maps/bay.pdf"');
    expect(page).toContain('href="../../../articles/storm/index.html"');
    expect(read('index.html')).toContain('src="articles/gull/gull.png"');
    expect(read('rss.xml')).toContain('src="http://127.0.0.1:8080/quay/boat.png"');
  });

  it('is kept current, and goes with the article', async () => {
    const { articles, output, read, has } = three(shown);
    await build({ articles, output });
    expect((await build({ articles, output })).documents.written).toEqual([]);
    put(articles, 'quay/boat.png', 'A BOAT');
    expect((await build({ articles, output })).documents.written).toEqual(['quay/boat.png']);
    expect(read('quay/boat.png')).toBe('A BOAT');
    unlinkSync(join(articles, 'quay/boat.md'));
    const { removed } = (await build({ articles, output })).documents;
    expect([...removed].sort()).toEqual(['articles/quay/boat/index.html', 'maps/bay.pdf', 'quay/boat.png']);
    expect(has('articles/gull/gull.png')).toBe(true);
  });

  it('lies where the site has it, where a site is given', async () => {
    const { articles, output, has } = three(shown);
    await build({ articles, output, site });
    expect(has('quay/boat.png')).toBe(false);
  });

  it('stays out where it is too large or leads elsewhere, and that is told', async () => {
    const { cwd, articles, output, has } = three({ ...shown, 'secret.png': 'secret' });
    unlinkSync(join(articles, 'quay/boat.png'));
    symlinkSync(join(cwd, 'secret.png'), join(articles, 'quay/boat.png'));
    truncateSync(join(articles, 'gull/gull.png'), 64_000_001);
    const { problems } = await build({ articles, output });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toContain('file-left-out gull/gull.png');
    expect(has('articles/gull/gull.png')).toBe(false);
    expect(has('quay/boat.png')).toBe(false);
    expect(has('maps/bay.pdf')).toBe(true);
  });

  it('is never an article that is withheld, nor what is written for programs', async () => {
    const front = (more: string) =>
      `---\ntitle: Secret\ndate: 2026-05-06\n${more}\n---\n\nNobody is to read this.\n`;
    const secrets = {
      'draft.md': front('draft: true'),
      'later.md': front('date: 2035-01-01'),
      'over.md': front('expires: 2020-01-01'),
      '_part.xhtml': '<p>Part of a page</p>',
      'notes/README.md': 'About this folder',
      'photo.png.meta': 'title: Nobody is to read this',
      'authors.yml': 'ana:\n  name: Ana\n  email: ana@example.org\n',
      'feedmill.config.yaml': 'title: Nobody is to read this',
    };
    const links = Object.keys(secrets).map((name) => `[${name}](${name})`);
    const { articles, output } = three({
      'in/all.md': `---\ntitle: All\ndate: 2026-05-11\n---\n\n${links.join(' ')}\n`,
      ...Object.fromEntries(Object.entries(secrets).map(([name, text]) => [`in/${name}`, text])),
    });
    for (const more of [{}, { site, pages: { articles: true } }]) {
      await build({ articles, output, ...more });
      const written = readdirSync(output, { recursive: true, encoding: 'utf8' }).map((name) =>
        basename(name),
      );
      expect(written.filter((name) => name in secrets || name === 'README.md')).toEqual([]);
    }
  });

  it('is not said to be there where it is not, and so never taken away from somebody else', async () => {
    const { articles, output, read } = three(shown);
    truncateSync(join(articles, 'quay/boat.png'), 64_000_001);
    expect((await build({ articles, output })).documents.unchanged).not.toContain('quay/boat.png');
    put(output, 'quay/boat.png', 'mine');
    unlinkSync(join(articles, 'quay/boat.md'));
    expect((await build({ articles, output })).documents.removed).not.toContain('quay/boat.png');
    expect(read('quay/boat.png')).toBe('mine');
  });
});

describe('addresses', () => {
  const stated = (permalink: string) =>
    `---\ntitle: Dew\ndate: 2026-05-09\npermalink: ${permalink}\n---\n\nWet.\n`;

  it.each([
    ['/dew.html', 'dew.html'],
    ['/a%20b/dew/', 'a b/dew/index.html'],
    ['/dew?a=1#top', 'dew/index.html'],
    ['/', 'articles/dew/index.html'],
    ['/rss.xml', 'articles/dew/index.html'],
    ['/tags/sea/', 'articles/dew/index.html'],
    ['/.feedmill/', 'articles/dew/index.html'],
    ['https://other.example/dew/', 'articles/dew/index.html'],
  ])('where no site is given, what has the permalink %s is read at %s', async (permalink, name) => {
    const { articles, output, read } = three({
      'in/dew.md': stated(permalink),
      'in/more.md': '# More\n\n[Dew](dew.md)\n',
    });
    await build({ articles, output });
    expect(read(name)).toContain('Wet.');
    expect(read('index.html')).toContain(`href="${name.replaceAll(' ', '%20')}"`);
    expect(read('rss.xml')).toContain('<rss');
  });

  it('of which one would have to be a file and a folder are told of, and all else is written', async () => {
    const { articles, output, has } = three({
      'in/dew.md': stated('/wet.html'),
      'in/fall.md': stated('/wet.html/fall/').replace('Dew', 'Fall'),
    });
    const { problems, documents } = await build({ articles, output });
    expect(problems.map(({ code }) => code)).toEqual(['address-shared']);
    expect(documents.written).toContain('articles/storm/index.html');
    expect(has('wet.html')).toBe(true);
  });

  it('at which a file of somebody else is in the way are told of, and nothing fails', async () => {
    const { articles, output, read } = three({ 'out/articles/storm': 'mine' });
    const { problems } = await build({ articles, output });
    expect(problems).toMatchObject([{ code: 'page-in-the-way', level: 'note' }]);
    expect(read('articles/storm')).toBe('mine');
    expect(read('articles/fog/index.html')).toContain('Nothing was seen.');
  });

  it('of sections are those that writers give them', async () => {
    const text =
      '---\ntitle: Toc\ndate: 2026-05-09\n---\n\n[To the end](#the-end-of-it), [again](#the-end-of-it-1)\n\n## Start\n\n## The *end* of it!\n\n## The end of it\n';
    const { articles, output, read } = three({ 'in/toc.md': text });
    await build({ articles, output });
    const page = read('articles/toc/index.html');
    expect(page).toContain('<a href="#the-end-of-it">');
    expect(page).toContain('<a href="#the-end-of-it-1">');
    expect([...page.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'start',
      'the-end-of-it',
      'the-end-of-it-1',
    ]);
  });
});
