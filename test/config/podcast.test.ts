import { describe, expect, it } from 'vitest';
import { categoryNames, readCategory } from '../../src/config/categories.js';
import { ConfigError } from '../../src/config/error.js';
import { loadConfig } from '../../src/config/load.js';
import { folderOf } from '../support/folder.js';

const load = (podcast: string) =>
  loadConfig({ cwd: folderOf({ 'articles/': '', 'feedmill.config.yaml': `podcast: ${podcast}\n` }) });

async function faultsOf(podcast: string): Promise<string[]> {
  const error = await load(podcast).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error('it was accepted', { cause: error });
  return error.problems.map(({ message }) => message);
}

describe('a category', () => {
  it('may be written in many ways, and is known by the one within another, too', () => {
    for (const written of [
      'Society & Culture > Documentary',
      'society and culture/documentary',
      'Documentary',
    ])
      expect(readCategory(written)).toEqual(['Society & Culture', 'Documentary']);
    expect(readCategory('TV &amp; Film')).toEqual(['TV & Film']);
    for (const name of categoryNames) expect(readCategory(name)?.join(' > ')).toBe(name);
  });
  it('that does not exist is told, with the one that may be meant', async () => {
    const wanted = 'a category of Apple Podcasts as "Society & Culture > Documentary"';
    expect(await faultsOf('{ category: Sience }')).toEqual([
      `Cannot use podcast.category "Sience": expected ${wanted}; did you mean "Science"?`,
    ]);
    expect(await faultsOf('{ category: [News, "Arts > Bokks"] }')).toEqual([
      expect.stringContaining('did you mean "Arts > Books"?'),
    ]);
    expect(await faultsOf('{ category: [News, Arts, Comedy, History] }')).toEqual([
      expect.stringContaining('a list of up to three'),
    ]);
  });
});

describe('what a config says of a podcast', () => {
  it('may be nothing, true, false or some of it', async () => {
    expect((await loadConfig({ cwd: folderOf({ 'articles/': '' }) })).podcast?.asked).toBe(false);
    expect((await load('true')).podcast).toEqual({
      asked: true,
      categories: [],
      explicit: false,
      funding: [],
    });
    expect((await load('false')).podcast).toBeUndefined();
    expect((await load('{ explicit: true, funding: { url: https://a.example/ } }')).podcast).toEqual({
      asked: true,
      categories: [],
      explicit: true,
      funding: [{ url: 'https://a.example/', text: 'https://a.example/' }],
    });
  });
  it.each([
    ['{ categori: News }', 'podcast.categori'],
    ['{ image: cover.gif }', 'a file whose name ends in .jpg, .jpeg, .png'],
    ['{ image: gone.jpg }', 'it does not exist'],
    [`{ description: ${'x'.repeat(4001)} }`, 'a text of up to 4000 characters'],
    ['{ owner: { name: Ana } }', 'email'],
    ['{ owner: { email: nobody } }', 'an e-mail address'],
    ['{ owner: { email: ana@bücher.example } }', 'an e-mail address as "ana@example.org"'],
    ['{ image: "http://[" }', 'or an address that begins with http'],
    ['{ funding: { url: "http://[" } }', 'an address that begins with http'],
    ['{ guid: 3 }', 'a UUID as'],
    ['{ type: daily }', '"episodic" or "serial"'],
    ['{ newFeedUrl: /rss.xml }', 'an address that begins with http:// or https://'],
  ])('%s is told', async (podcast, part) => {
    expect(await faultsOf(podcast)).toEqual([expect.stringContaining(part)]);
  });
});
