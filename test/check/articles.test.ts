import { describe, expect, it } from 'vitest';
import { runHere } from '../commands/here.js';
import { rss } from '../examine/told.js';
import { folderOf } from '../support/folder.js';

const config = { 'feedmill.config.yaml': 'site: https://example.org/\n' };

/** What a check in a folder of these files says on stdout, and its exit code. */
async function checked(files: Readonly<Record<string, string>>, line = 'check') {
  const cwd = folderOf({ ...config, ...files });
  const { ended, written } = runHere(cwd, line);
  const code = await ended;
  return { code, ...written, lines: written.out.split('\n').filter((one) => !/output-unbuilt|^$/.test(one)) };
}

describe('a check of articles', () => {
  it('tells the file, the line and the column of what is wrong, from the working folder', async () => {
    const { lines, code, err } = await checked({
      'articles/quay/ferry.md': '---\ntitle: Ferry\ndate: "next Tuesday"\n---\n\nSee the ![quay](qay.jpg).\n',
    });
    expect(lines).toEqual([
      expect.stringMatching(/^articles\/quay\/ferry\.md:1:1: note: .* \[date-missing\]$/),
      'articles/quay/ferry.md:3:8: warning: Cannot read date "next Tuesday": not a date [date-unreadable]',
      'articles/quay/ferry.md:6:17: warning: Cannot find "qay.jpg": there is no such file [reference-broken]',
    ]);
    expect(err).toBe('2 warnings, 2 notes in 1 article\n');
    expect(code).toBe(0);
  });

  it('has nothing to say of an article that is as it should be', async () => {
    const text = '---\ntitle: Ferry\ndate: 2026-05-06\n---\n\nThe boat sails. ![The quay](quay.jpg)\n';
    const { lines } = await checked({ 'articles/ferry.md': text, 'articles/quay.jpg': 'x' });
    expect(lines).toEqual([]);
  });

  it('fails at an error, and with --strict at a warning', async () => {
    const warning = { 'articles/a.md': '---\ntitle: A\ndtae: 2026-05-06\n---\nText.\n' };
    const error = { 'articles/a.md': '---\ntitle: A\nno key\n---\nText.\n' };
    expect((await checked(warning)).code).toBe(0);
    expect((await checked(warning, 'check --strict')).code).toBe(1);
    expect((await checked(error)).code).toBe(1);
  });

  it('leaves out notes where it is to be quiet', async () => {
    const { out } = await checked({ 'articles/a.md': 'Headline\n\nText.\n' }, 'check --quiet');
    expect(out).toBe('');
  });

  it('tells of one article alone, where that is named', async () => {
    const bad = '---\ntitle: A\ndtae: 2026-05-06\ndate: 2026-05-06\ntilte: B\n---\nText.\n';
    const { lines, err } = await checked(
      {
        'articles/a.md': '---\ndtae: 2026-05-06\n---\nText.\n',
        'articles/b/b.md': bad.replace('dtae', 'athors'),
      },
      'check articles/b/b.md',
    );
    expect(lines).toEqual([
      'articles/b/b.md:3:1: warning: Cannot use "athors" in front matter: it is not known; did you mean "authors"? [front-matter-key]',
    ]);
    expect(err).toBe('1 warning in 1 article\n');
  });

  it('checks an article that lies in no articles folder in its own', async () => {
    const { lines } = await checked(
      { 'notes/b.md': '---\ntitel: B\ndate: 2026-05-06\n---\nText.\n' },
      'check notes/b.md',
    );
    expect(lines.map((line) => line.replace(/: .*\[/, ' ['))).toEqual(['notes/b.md:2:1 [front-matter-key]']);
  });
});

describe('keys of front matter that are a slip away from a known one', () => {
  const codesOf = async (key: string) =>
    (await checked({ 'articles/a.md': `---\ntitle: A\n${key}: x\ndate: 2026-05-06\n---\nText.\n` })).out;

  it.each([
    ['titel', 'title'],
    ['tgas', 'tags'],
    ['catagories', 'categories'],
    ['desciption', 'description'],
    ['Auhtor', 'author'],
    ['permlink', 'permalink'],
    ['draftt', 'draft'],
    ['lastmdo', 'lastmod'],
    ['transcirpt', 'transcript'],
    ['episdoeType', 'episodetype'],
    ['licesne', 'license'],
  ])('%s is one', async (key, meant) => {
    const text = key === 'titel' ? `---\n${key}: A\ndate: 2026-05-06\n---\nText.\n` : undefined;
    const out = text ? (await checked({ 'articles/a.md': text })).out : await codesOf(key);
    expect(out).toContain(`"${key}" in front matter: it is not known; did you mean "${meant}"?`);
  });

  it.each([
    'data',
    'tile',
    'state',
    'stage',
    'weight',
    'toc',
    'series',
    'aliases',
    'math',
    'layout',
    'dates',
    'locale',
    'rate',
    'licence',
    'source_url',
    'transcripts',
    'transcribe',
    'resource',
    'itunes:episode',
  ])('%s is none', async (key) => {
    expect(await codesOf(key)).not.toContain('front-matter-key');
  });
});

describe('references to files', () => {
  const article = (text: string) => `---\ntitle: A\ndate: 2026-05-06\n---\n\n${text}\n`;

  it.each([
    ['![x](img/a.png)', '6:6', 'img/a.png'],
    ['<img alt="x" src="a.png">', '6:19', 'a.png'],
    ['[other](other.md)', '6:9', 'other.md'],
    ['[x][ref]\n\n[ref]: ../up/b.pdf', '8:8', '../up/b.pdf'],
    ['![x](<two words.png>)', '6:7', 'two%20words.png'],
  ])('%s is looked for', async (text, place, reference) => {
    const { lines } = await checked({ 'articles/sub/a.md': article(text) });
    expect(lines).toEqual([
      `articles/sub/a.md:${place}: warning: Cannot find "${reference}": there is no such file [reference-broken]`,
    ]);
  });

  it.each([
    '[x](/about/)',
    '![x](/images/a.png)',
    '![x](https://example.org/a.png)',
    '![x](../../outside/a.png)',
    '[x](../other-article/)',
    '[x](page.html)',
    '[x](#part)',
    '`![x](a.png)`',
    '![x]({{ site.url }}/a.png)',
    '[x](@/other.md)',
  ])('%s is not', async (text) => {
    const { lines } = await checked({ 'articles/sub/a.md': article(text) });
    expect(lines).toEqual([]);
  });

  it('in front matter are looked for where they plainly lie beside the article', async () => {
    const front = (image: string) =>
      `---\ntitle: About ${image}\ndate: 2026-05-06\nimage: ${image}\nenclosure: ./talk.mp3\n---\nText.\n`;
    const { lines } = await checked({
      'articles/a.md': front('./cover.jpg'),
      'articles/b.md': front('cover.jpg'),
    });
    const found = lines.flatMap(
      (line) => /^(.*): warning: Cannot find (".*?")/.exec(line)?.slice(1).join(' ') ?? [],
    );
    expect(found).toEqual([
      'articles/a.md:4:8 "./cover.jpg"',
      'articles/a.md:5:12 "./talk.mp3"',
      'articles/b.md:5:12 "./talk.mp3"',
    ]);
  });

  it('transcripts and chapters of an episode are looked for, too', async () => {
    const front = (lines: string) => `---\ntitle: A\ndate: 2026-05-06\naudio: talk.mp3\n${lines}---\nText.\n`;
    const { out } = await checked({
      'articles/a/a.md': front('transcript: [talk.vtt, ../up.srt, /site.vtt, https://example.org/a.vtt]\n'),
      'articles/a/b.md': front('chapters: chapters.json\ntranscript: there.txt\n').replace('A', 'B'),
      'articles/a/there.txt': 'Talk.',
    });
    const found = [...out.matchAll(/^(\S+): warning: Cannot find (".*?")/gm)].map(
      ([, at, name]) => `${at} ${name}`,
    );
    expect(found).toEqual([
      'articles/a/a.md:5:14 "talk.vtt"',
      'articles/a/a.md:5:24 "../up.srt"',
      'articles/a/b.md:5:11 "chapters.json"',
    ]);
  });

  it('names the file that is there in other letters, or elsewhere', async () => {
    const { out } = await checked({
      'articles/a.md': article('![x](Quay.JPG)'),
      'articles/img/quay.jpg': 'x',
    });
    expect(out).toContain('Cannot find "Quay.JPG": there is no such file; there is "img/quay.jpg"');
  });

  it('are told one by one up to a hundred, however many there are', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `![](gone-${at}.png)`).join('\n');
    const { lines } = await checked({ 'articles/a.md': article(many) });
    const broken = lines.filter((line) => line.includes('reference-broken'));
    expect(broken).toHaveLength(100);
    expect(broken.at(-1)).toMatch(/"gone-99.png": there is no such file; 4900 more lead nowhere/);
    expect(lines.filter((line) => line.includes('image-unnamed'))).toEqual([
      expect.stringContaining(', and 4999 more'),
    ]);
  });

  it('finds files whose names are escaped', async () => {
    const files = { 'articles/a.md': article('![x](two%20words.png)'), 'articles/two words.png': 'x' };
    expect((await checked(files)).lines).toEqual([]);
  });
});

describe('what only a linter says', () => {
  it('an image without words is told once an article; mere decoration is not', async () => {
    const text =
      '---\ntitle: A\ndate: 2026-05-06\n---\n![](https://x.example/a.png)\n\n![](https://x.example/b.png)\n';
    const { lines } = await checked({
      'articles/a.md': text,
      'articles/b.md': '---\ntitle: B\ndate: 2026-05-06\n---\n<img src="https://x.example/a.png" alt="">\n',
    });
    expect(lines).toEqual([
      'articles/a.md:5:5: note: Found image "https://x.example/a.png", and 1 more without words: who cannot see it learns nothing [image-unnamed]',
    ]);
  });

  it('titles beyond 200 characters', async () => {
    const { lines } = await checked({
      'articles/a.md': `---\ntitle: ${'long '.repeat(45)}\ndate: 2026-05-06\n---\nText.\n`,
    });
    expect(lines).toEqual([
      expect.stringContaining('articles/a.md:2:1: note: Found a title of 224 characters'),
    ]);
  });

  it('two articles of one title and one date, unless one is a translation', async () => {
    const text = '---\ntitle: A\ndate: 2026-05-06\n---\nText.\n';
    const { lines } = await checked({
      'articles/a.md': text,
      'articles/b.md': text.replace('Text', 'Other text'),
      'articles/c.md': text.replace('---\nText', 'language: pt\n---\nTexto'),
    });
    expect(lines).toEqual([
      'articles/b.md:2:1: note: Found the title and the date of "a.md" once more: one of the two may be a copy [article-twin]',
    ]);
  });

  it('drafts are checked; partials and README files are not', async () => {
    const bad = '---\ntitle: A\ndate: 2026-05-06\ndraft: true\n---\n![x](gone.png)\n';
    const { lines } = await checked({
      'articles/a.md': bad,
      'articles/_partials/b.md': bad.replace('draft: true\n', ''),
      'articles/README.md': '![x](gone.png)\n',
    });
    expect(lines).toEqual([expect.stringContaining('articles/a.md:6:6')]);
  });
});

describe('what cannot be checked', () => {
  it('a config with a fault is a finding, and the articles wait for it', async () => {
    const { code, out, err } = await checked({
      'feedmill.config.yaml': 'titel: News\nlimit: many\n',
      'articles/a.md': '---\nno key\n---\n',
    });
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'feedmill.config.yaml:1:1: error: Cannot use config key "titel": it does not exist; did you mean "title"? [config-unknown-key]',
      expect.stringMatching(/^feedmill\.config\.yaml:2:8: error: Cannot use limit "many"/),
      '',
    ]);
    expect(err).toContain('The articles were not checked: first the config has to be mended.');
  });

  it('a config can be checked alone', async () => {
    const { code, out } = await checked({ 'articles/': '' }, 'check feedmill.config.yaml');
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  it.each([
    ['check nowhere', 'Cannot check "nowhere": it does not exist'],
    ['check', 'Cannot read articles folder "articles": it does not exist'],
    ['check --format sarfi', 'there is no format "sarfi"; did you mean "sarif"?'],
    ['check --config gone.yaml', 'Cannot read config file "gone.yaml": it does not exist'],
    ['check --limit many', 'Cannot use --limit "many"'],
    ['check --poll', 'Cannot use option "--poll"'],
  ])('%s ends with 2, and says why on stderr', async (line, reason) => {
    const { code, out, err } = await checked({}, line);
    expect(err).toContain(reason);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('one target that is not there keeps nobody from the others', async () => {
    const { code, out } = await checked({ 'a.xml': '<rss' }, 'check nowhere a.xml');
    expect(code).toBe(2);
    expect(out).toContain('a.xml:1:4: error: Cannot parse the XML');
  });

  it('a feed may have more faults than anybody will mend', async () => {
    const items = '<item><link>a b</link></item>\n'.repeat(50_000);
    const { code, err } = await checked(
      { 'a.xml': rss().replace('<item>', `${items}<item>`) },
      'check a.xml',
    );
    expect({ code, err }).toEqual({ code: 1, err: '100000 errors, 50000 warnings\n' });
  });
});

describe('an article that no feed shows any more', () => {
  it('is checked as any other', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [
        `articles/a${at}.md`,
        `---\ntitle: Number ${at}\ndate: 2026-05-0${at + 1}\nenclosure: ftp://example.org/${at}.mp3\n---\nText.\n`,
      ]),
    );
    const { lines } = await checked(files, 'check --limit 1');
    expect(lines.map((line) => line.replace(/ \w+: .*\[/, ' '))).toEqual([
      ...[0, 1, 2, 3, 4].map((at) => `articles/a${at}.md:4:12: attachment-unusable]`),
      'feedmill.config.yaml:1:1: podcast-incomplete]',
    ]);
    expect((await checked(files, 'check articles/a2.md')).lines).toHaveLength(1);
  });
});
