import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '../src/index.js';
import { folderOf } from './support/folder.js';
import { all, one, readXml, textOf } from './support/xml.js';

const site = 'https://example.org/';
const storm = '---\ntitle: Storm\ndate: 2026-05-06\n---\n\nWind and rain.\n';

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date_published: string;
  readonly content_html: string;
  readonly language: string;
  readonly authors?: readonly { name: string }[];
  readonly attachments?: readonly { size_in_bytes: number; mime_type: string }[];
  readonly image?: string;
}

function items(output: string): Item[] {
  const feed: { items: Item[] } = JSON.parse(readFileSync(join(output, 'feed.json'), 'utf8'));
  return feed.items;
}

describe('a build', () => {
  it('writes three documents in which ids, titles and dates agree', async () => {
    const cwd = folderOf({
      'in/a.md': storm,
      'in/b.txt': 'Rain & <shine>\n\nIt rained, and then it shone. Nobody had expected either of the two.\n',
    });
    const output = join(cwd, 'out');
    const report = await build({ articles: join(cwd, 'in'), output, site });
    expect(report).toMatchObject({
      articles: 2,
      entries: 2,
      documents: {
        written: ['atom.xml', 'embed.html', 'feed.css', 'feed.json', 'index.html', 'page.css', 'rss.xml'],
      },
    });
    const rss = all(one(readXml(readFileSync(join(output, 'rss.xml'), 'utf8')), 'channel'), 'item');
    const atom = all(readXml(readFileSync(join(output, 'atom.xml'), 'utf8')), 'entry');
    const json = items(output);
    expect(rss.map((item) => [textOf(item, 'guid'), textOf(item, 'title')])).toEqual(
      json.map(({ id, title }) => [id, title]),
    );
    expect(atom.map((entry) => [textOf(entry, 'id'), textOf(entry, 'title')])).toEqual(
      json.map(({ id, title }) => [id, title]),
    );
    expect(rss.map((item) => new Date(textOf(item, 'pubDate')).toISOString())).toEqual(
      json.map(({ date_published }) => date_published),
    );
    expect(json.map(({ title }) => title).sort()).toEqual(['Rain & <shine>', 'Storm']);
  });

  it('takes no entry out of a feed before it stands on the page of the archive that gets it', async () => {
    const files = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`in/${at}.md`, storm]));
    const cwd = folderOf(files);
    const output = join(cwd, 'out');
    const given = { articles: join(cwd, 'in'), output, site, limit: 4, archive: true };
    await build(given);
    const before = items(output);
    writeFileSync(join(cwd, 'in/4.md'), storm);
    writeFileSync(join(output, 'archive'), 'in the way');
    const { documents, problems } = await build(given);
    expect(documents.written).toEqual([]);
    const why = /^Cannot write document "rss\.xml": it leads to "archive\/.*", which could not be written$/;
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(why));
    expect(items(output)).toEqual(before);
    rmSync(join(output, 'archive'));
    await build(given);
    expect(items(output)).toHaveLength(4);
  });

  it('that would change nothing touches nothing', async () => {
    const cwd = folderOf({ 'in/a.md': storm });
    const given = { articles: join(cwd, 'in'), output: join(cwd, 'out'), site };
    await build(given);
    const past = new Date(Date.UTC(2020, 0, 1));
    for (const name of readdirSync(given.output)) utimesSync(join(given.output, name), past, past);
    const report = await build(given);
    expect(report.documents).toMatchObject({
      written: [],
      unchanged: ['atom.xml', 'embed.html', 'feed.css', 'feed.json', 'index.html', 'page.css', 'rss.xml'],
    });
    for (const name of readdirSync(given.output))
      expect(statSync(join(given.output, name)).mtime).toEqual(past);
  });

  it('gives the same bytes wherever the folder lies', async () => {
    const [one, other] = [folderOf({ 'news/a.md': storm }), folderOf({ 'deeper/news/a.md': storm })];
    await build({ articles: join(one, 'news'), output: join(one, 'out'), site });
    await build({ articles: join(other, 'deeper/news'), output: join(other, 'x/out'), site });
    for (const name of ['rss.xml', 'atom.xml', 'feed.json'])
      expect(readFileSync(join(one, 'out', name))).toEqual(readFileSync(join(other, 'x/out', name)));
  });

  it('with the output inside the articles folder does not read its own documents', async () => {
    const cwd = folderOf({ 'a.md': storm, 'public/page.html': '<title>Not an article</title>' });
    const given = { articles: cwd, output: join(cwd, 'public'), site };
    await build(given);
    const report = await build(given);
    expect(report).toMatchObject({ articles: 1, documents: { written: [] } });
  });

  it('of an empty folder makes valid feeds without entries', async () => {
    const cwd = folderOf({ 'in/': '' });
    await build({ articles: join(cwd, 'in'), output: join(cwd, 'out'), site });
    expect(items(join(cwd, 'out'))).toEqual([]);
    readXml(readFileSync(join(cwd, 'out/rss.xml'), 'utf8'));
    readXml(readFileSync(join(cwd, 'out/atom.xml'), 'utf8'));
  });

  it('refuses a config with every fault at once', async () => {
    await expect(build({ site: 'nowhere', limit: -1 })).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [expect.anything(), expect.anything()],
    });
  });
});

describe('encodings', () => {
  const text = '---\ntitle: Fähre – „Größe“\ndate: 2026-05-06\n---\n\nÄpfel.\n';
  const page = (charset: string, title: string) =>
    `<html><head><meta charset="${charset}"><title>${title}</title></head><body><p>Text.</p></body></html>`;

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows-1252', windows1252(text)],
    ['UTF-8 with CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('%s', async (_name, bytes) => {
    const cwd = folderOf({ 'in/': '' });
    writeFileSync(join(cwd, 'in/a.md'), bytes);
    await build({ articles: join(cwd, 'in'), output: join(cwd, 'out'), site });
    expect(items(join(cwd, 'out'))).toMatchObject([
      { title: 'Fähre – „Größe“', content_html: '<p>Äpfel.</p>', date_published: '2026-05-06T00:00:00.000Z' },
    ]);
  });

  it('characters that were encoded twice are put right, with a note', async () => {
    const cwd = folderOf({
      'in/a.md': '---\ntitle: FÃ¤hre\ndate: 2026-05-06\n---\n\nÂ»CafÃ©Â«, Ãpfel, “é”.\n',
    });
    const report = await build({ articles: join(cwd, 'in'), output: join(cwd, 'out'), site });
    expect(items(join(cwd, 'out'))).toMatchObject([
      { title: 'Fähre', content_html: '<p>»Café«, Ãpfel, “é”.</p>' },
    ]);
    expect(report.problems).toMatchObject([{ code: 'encoding-doubled', level: 'note', path: 'a.md' }]);
  });

  it('the charset that a page names', async () => {
    const cwd = folderOf({ 'in/': '' });
    writeFileSync(
      join(cwd, 'in/a.html'),
      Buffer.from(
        page('iso-8859-2', 'Łódź'.replace('Ł', '\u00a3').replace('ó', '\u00f3').replace('ź', '\u00bc')),
        'latin1',
      ),
    );
    const japanese = Buffer.concat([
      Buffer.from(page('shift_jis', '').split('</title>')[0] ?? ''),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from('</title></head><body><p>Text.</p></body></html>'),
    ]);
    writeFileSync(join(cwd, 'in/b.html'), japanese);
    await build({ articles: join(cwd, 'in'), output: join(cwd, 'out'), site });
    expect(
      items(join(cwd, 'out'))
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Łódź', '日本']);
  });
});

function windows1252(text: string): Buffer {
  const signs: Readonly<Record<string, number>> = { '–': 0x96, '„': 0x84, '“': 0x93 };
  return Buffer.from([...text].map((sign) => signs[sign] ?? sign.charCodeAt(0)));
}

describe('the sample articles', () => {
  const articles = fileURLToPath(new URL('../articles', import.meta.url));

  it('become what the README shows', async () => {
    const output = join(folderOf({}), 'out');
    const report = await build({ articles, output, site });
    expect(report.problems).toEqual([]);
    expect(Object.fromEntries(report.withheld.map(({ path, reason }) => [path, reason]))).toEqual({
      'new-year-swim.md': 'future',
      'markets/auction-hall.md': 'draft',
      '_drafts/why-gulls-laugh.md': 'draft',
    });
    expect(
      items(output).map(({ title, date_published, authors = [] }) => [
        title,
        date_published,
        authors.map(({ name }) => name).join(', '),
      ]),
    ).toEqual([
      ['STORM WARNING FOR THE OUTER ISLANDS', '2026-05-12T17:40:00.000Z', 'Tomas Reyl, Aino Salmi'],
      ['Low tide, seen from the pier', '2026-05-10T00:00:00.000Z', 'Mira Holt'],
      ['Fish prices: why cod costs more in spring', '2026-05-08T07:15:00.000Z', 'Aino Salmi'],
      ['Night ferry to Port Amber returns after eleven years', '2026-05-06T00:00:00.000Z', 'Harbour Desk'],
      ['Le phare rouvre ses portes', '2026-05-03T00:00:00.000Z', 'Camille Aubry'],
      ['The last net makers of Stone Bay', '2026-04-21T18:00:00.000Z', 'Ines Duarte, Tomas Reyl'],
      ['How to follow us in a feed reader', '2026-03-02T00:00:00.000Z', ''],
      ['The foghorn, heard from a bedroom', '2026-02-14T05:30:00.000Z', 'Mira Holt'],
      ['How the lighthouse got its second lamp', '2025-10-30T06:00:00.000Z', 'Pauli Renn'],
    ]);
  });

  it('the plain news copy holds no header line, and its paragraphs are those of the writer', async () => {
    const output = join(folderOf({}), 'out');
    await build({ articles, output, site });
    const [ferry] = items(output).filter(({ url }) => url.includes('ferry'));
    expect(ferry?.content_html.match(/<p>/g)).toHaveLength(4);
    expect(ferry?.content_html).toMatch(/^<p>The night ferry to Port Amber will sail again/);
    expect(ferry?.content_html).not.toMatch(/Harbour Desk|Hours ago|May 6/);
  });

  it('a bundle has its image, a talk its enclosure with true length and type', async () => {
    const output = join(folderOf({}), 'out');
    await build({ articles, output, site });
    const find = (part: string) => items(output).find(({ url }) => url.includes(part));
    expect(find('low-tide')).toMatchObject({ image: 'https://example.org/gallery/low-tide/mudflat.png' });
    expect(find('low-tide')?.content_html).toContain(
      'src="https://example.org/gallery/low-tide/mudflat.png"',
    );
    expect(find('foghorn')?.attachments).toMatchObject([
      { mime_type: 'audio/wav', size_in_bytes: statSync(join(articles, 'talks/foghorn.wav')).size },
    ]);
    expect(find('phare')?.language).toBe('fr');
  });

  it('with all groups, every document is well-formed and every feed is listed', async () => {
    const output = join(folderOf({}), 'out');
    await build({ articles, output, site, feeds: true });
    const documents = readdirSync(output, { recursive: true, encoding: 'utf8' });
    for (const name of documents.filter((name) => /\.(?:xml|opml)$/.test(name)))
      readXml(readFileSync(join(output, name), 'utf8'));
    const list = one(readXml(readFileSync(join(output, 'feeds.opml'), 'utf8')), 'body');
    const addresses = all(list, 'outline').map(({ attributes }) => attributes.xmlUrl ?? '');
    const files = documents
      .filter((name) => name.endsWith('rss.xml'))
      .map((name) => new URL(name.replaceAll('\\', '/'), site).href);
    expect([...addresses].sort()).toEqual(files.sort());
    expect(files).toContain('https://example.org/tags/fish/rss.xml');
    expect(files).toContain('https://example.org/sections/markets/rss.xml');
    expect(files).toContain('https://example.org/languages/fr/rss.xml');
    expect(files).toContain('https://example.org/authors/ines-duarte/rss.xml');
  });
});
