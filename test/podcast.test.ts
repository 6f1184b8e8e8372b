import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build as buildResolved } from '../src/build.js';
import { loadConfig } from '../src/config/load.js';
import { podcastGuid } from '../src/entry/identity.js';
import { build, type Config, type Report } from '../src/index.js';
import { folderOf } from './support/folder.js';
import { readPodcast } from './support/podcast-rules.js';
import { flac, jpeg, m4a, mp3, png, wave } from './support/recordings.js';
import { all, type Element, one, textOf } from './support/xml.js';

const site = 'https://quay.example.org/';
const words = 'Ana talks with the crew of the night ferry about the new timetable.';

function episode(lines: readonly string[], date = '2026-05-06'): string {
  return `---\ntitle: Night ferry\ndate: ${date}\n${lines.join('\n')}\n---\n\n${words}\n`;
}

interface Published {
  readonly report: Report;
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  /** The channel of an RSS document, which keeps to the rules for podcasts. */
  readonly channel: (name?: string) => Element;
  readonly codes: readonly string[];
}

async function publish(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: Config = {},
): Promise<Published> {
  const folder = folderOf({ 'in/': '' });
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'in', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const output = join(folder, 'out');
  const report = await build({ articles: join(folder, 'in'), output, site, ...config });
  const text = (name: string) => readFileSync(join(output, name), 'utf8');
  return {
    report,
    names: readdirSync(output, { recursive: true, encoding: 'utf8' }).sort(),
    text,
    channel: (name = 'rss.xml') => readPodcast(text(name)),
    codes: report.problems.map(({ code }) => code),
  };
}

const ferry = mp3(Array.from({ length: 4000 }, () => 128));
const full: Config = {
  title: 'The Quay',
  podcast: {
    title: 'The Quay Show',
    description: 'What happens at the quay, told.',
    category: ['society and culture > documentary', 'News'],
    owner: { name: 'Ana Ruiz', email: 'ana@example.org' },
    author: 'Ana Ruiz',
    type: 'serial',
    locked: true,
    funding: { url: 'https://quay.example.org/give', text: 'Keep us afloat' },
    image: 'https://quay.example.org/cover.jpg',
    complete: true,
    newFeedUrl: 'https://new.example.org/rss.xml',
  },
};

describe('a folder with a recording', () => {
  it('is a podcast: each item has the length of its recording, in bytes and in seconds', async () => {
    const { channel, text, report } = await publish({
      'a.md': episode(['audio: ferry.mp3']),
      'ferry.mp3': ferry,
    });
    const item = one(channel(), 'item');
    expect(one(item, 'enclosure').attributes).toEqual({
      url: `${site}ferry.mp3`,
      type: 'audio/mpeg',
      length: String(ferry.length),
    });
    expect(textOf(item, 'itunes:duration')).toBe('104');
    expect(JSON.parse(text('feed.json')).items[0].attachments).toEqual([
      {
        url: `${site}ferry.mp3`,
        mime_type: 'audio/mpeg',
        size_in_bytes: ferry.length,
        duration_in_seconds: expect.closeTo(104.49, 0),
      },
    ]);
    expect(report.problems.map(({ message }) => message)).toContain(
      'Cannot be listed by Apple Podcasts: the podcast has no category, no image, no owner with an e-mail address, no word on whether it is explicit',
    );
  });

  it('says what its author says of each episode', async () => {
    const { channel } = await publish({
      'a.md': episode([
        'author: Ana Ruiz',
        'audio: ferry.mp3',
        'season: 2',
        'episode: 7',
        'episodeType: bonus',
        'explicit: yes',
        'subtitle: With the crew',
        'episode_image: cover.png',
        'transcript: [ferry.vtt, {url: ferry.srt, language: pt}]',
        'chapters: ferry.json',
      ]),
      'ferry.mp3': ferry,
      'ferry.vtt': 'WEBVTT\n',
      'ferry.srt': '',
      'ferry.json': '{}',
      'cover.png': png(1400),
    });
    const item = one(channel(), 'item');
    const said = item.children.filter(({ name }) => /^(?:itunes|podcast):/.test(name));
    expect(said.map(({ name, text, attributes }) => [name, text || attributes])).toEqual([
      ['itunes:duration', '104'],
      ['itunes:author', 'Ana Ruiz'],
      ['itunes:subtitle', 'With the crew'],
      ['itunes:season', '2'],
      ['itunes:episode', '7'],
      ['itunes:episodeType', 'bonus'],
      ['itunes:explicit', 'true'],
      ['itunes:image', { href: `${site}cover.png` }],
      ['podcast:season', '2'],
      ['podcast:episode', '7'],
      ['podcast:transcript', { url: `${site}ferry.vtt`, type: 'text/vtt' }],
      ['podcast:transcript', { url: `${site}ferry.srt`, type: 'application/x-subrip', language: 'pt' }],
      ['podcast:chapters', { url: `${site}ferry.json`, type: 'application/json+chapters' }],
    ]);
  });

  it('is told of what its author says in words that podcasts do not have, and of nothing else', async () => {
    const lines = [
      'season: two',
      'episode: 0',
      'episodeType: pilot',
      'explicit: perhaps',
      'duration: for ever',
    ];
    const files = {
      'ferry.mp3': ferry,
      'a.md': episode(['audio: ferry.mp3', ...lines]),
      'b.md': episode([
        'audio: ferry.mp3',
        'season: ""',
        'episode: two',
        'itunes_episode: 2',
        'explicit: no',
      ]),
      'c.md': episode(['season: autumn', 'episode: the last', 'explicit: perhaps']),
    };
    const { report, channel } = await publish(files);
    expect(
      report.problems
        .filter(({ code }) => code === 'episode-value')
        .map(({ path, line, message }) => `${path}:${line} ${message}`)
        .sort(),
    ).toEqual([
      'a.md:5 Cannot use season "two" of the episode: expected a whole number above 0',
      'a.md:6 Cannot use episode "0" of the episode: expected a whole number above 0',
      'a.md:7 Cannot use episodeType "pilot" of the episode: expected full, trailer or bonus',
      'a.md:8 Cannot use explicit "perhaps" of the episode: expected true or false',
      'a.md:9 Cannot use duration "for ever" of the episode: expected a duration as 1:02:03 or 45 min',
    ]);
    expect(channel()).toBeDefined();
  });

  it('says what the config says of the podcast, in a feed of the episodes alone', async () => {
    const files = {
      'a.md': episode(['audio: ferry.mp3']),
      'ferry.mp3': ferry,
      'b.md': episode([], '2026-05-07'),
    };
    const { channel, codes, names, text } = await publish(files, full);
    const show = channel('podcast/rss.xml');
    expect([textOf(show, 'title'), textOf(show, 'description')]).toEqual([
      'The Quay Show',
      'What happens at the quay, told.',
    ]);
    expect(all(show, 'item')).toHaveLength(1);
    expect(all(channel(), 'item')).toHaveLength(2);
    expect(textOf(show, 'itunes:author')).toBe('Ana Ruiz');
    expect(one(show, 'itunes:owner').children.map(({ text }) => text)).toEqual([
      'Ana Ruiz',
      'ana@example.org',
    ]);
    expect(
      all(show, 'itunes:category').map(({ attributes, children }) => [
        attributes.text,
        ...children.map((inner) => inner.attributes.text),
      ]),
    ).toEqual([['Society & Culture', 'Documentary'], ['News']]);
    expect(one(show, 'itunes:image').attributes).toEqual({ href: 'https://quay.example.org/cover.jpg' });
    expect(one(show, 'podcast:locked').attributes).toEqual({ owner: 'ana@example.org' });
    expect(one(show, 'podcast:funding')).toMatchObject({
      attributes: { url: 'https://quay.example.org/give' },
      text: 'Keep us afloat',
    });
    expect([textOf(show, 'itunes:type'), textOf(show, 'itunes:explicit')]).toEqual(['serial', 'false']);
    expect(textOf(show, 'itunes:new-feed-url')).toBe('https://new.example.org/rss.xml');
    expect(one(show, 'podcast:updateFrequency').attributes).toEqual({ complete: 'true' });
    expect(names).toContain(join('podcast', 'index.html'));
    expect(text('index.html')).toContain('<a href="podcast/index.html">Podcast</a>');
    expect(text('index.html')).toContain(
      'type="application/rss+xml" title="Podcast (RSS)" href="podcast/rss.xml"',
    );
    expect(codes).not.toContain('podcast-incomplete');
  });

  it('that nobody means to have listed is not told what directories ask for', async () => {
    const files = {
      'ferry.mp3': ferry,
      'talk.md': episode(['audio: ferry.mp3', 'tags: [night]']),
      'post.md': episode(['tags: [day]'], '2026-05-05'),
    };
    const blog = await publish(files, { feeds: true });
    expect(blog.codes).not.toContain('podcast-incomplete');
    expect((await publish(files, { feeds: true, podcast: true })).codes).toContain('podcast-incomplete');
  });

  it('has all episodes in that feed, where the feeds of articles are short', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [`${at}.md`, episode(['audio: ferry.mp3'], `2026-05-0${at + 1}`)]),
    );
    for (const archive of [false, true]) {
      const { channel } = await publish({ ...files, 'ferry.mp3': ferry }, { ...full, limit: 2, archive });
      expect(all(channel('podcast/rss.xml'), 'item')).toHaveLength(5);
      expect(all(channel(), 'item').length).toBeLessThanOrEqual(2);
    }
  });

  it('brings the picture of the config along, and says where it is not what directories take', async () => {
    const cover = join(folderOf({}), 'Cover.PNG');
    writeFileSync(cover, png(1400));
    const files = { 'a.md': episode(['audio: ferry.mp3']), 'ferry.mp3': ferry };
    const good = await publish(files, { podcast: { image: cover } });
    expect(one(good.channel('podcast/rss.xml'), 'itunes:image').attributes.href).toBe(`${site}podcast.png`);
    expect(good.names).toContain('podcast.png');
    expect(JSON.parse(good.text('podcast/feed.json')).icon).toBe(`${site}podcast.png`);
    expect(good.text('podcast/atom.xml')).toContain(`<icon>${site}podcast.png</icon>`);
    expect(good.codes).not.toContain('artwork-unsuitable');
    writeFileSync(cover, png(800, 600));
    const bad = await publish(files, { podcast: { image: cover } });
    expect(bad.report.problems.map(({ message }) => message)).toContain(
      'Cannot rely on picture "Cover.PNG" as artwork: its 800 × 600 pixels are no square',
    );
  });

  it('takes the logo of the pages for its picture, where that is one', async () => {
    const folder = folderOf({});
    const logo = join(folder, 'mark.png');
    const files = { 'a.md': episode(['audio: ferry.mp3']), 'ferry.mp3': ferry };
    writeFileSync(logo, png(2000));
    const square = await publish(files, { pages: { logo } });
    expect(one(square.channel(), 'itunes:image').attributes.href).toBe(`${site}podcast.png`);
    writeFileSync(logo, png(200, 50));
    const banner = await publish(files, { pages: { logo } });
    expect(all(banner.channel(), 'itunes:image')).toEqual([]);
    expect(banner.codes).not.toContain('artwork-unsuitable');
  });

  it('stays a podcast when its last episode is withdrawn, for as long as there is something to tell of it', async () => {
    const folder = folderOf({ 'in/b.md': episode([], '2026-05-07') });
    const config = { ...full, articles: join(folder, 'in'), output: join(folder, 'out'), site };
    writeFileSync(join(folder, 'in/a.md'), episode(['audio: ferry.mp3']));
    await build(config);
    rmSync(join(folder, 'in/a.md'));
    await build(config);
    const show = readPodcast(readFileSync(join(folder, 'out/podcast/rss.xml'), 'utf8'));
    expect([textOf(show, 'title'), textOf(show, 'itunes:author')]).toEqual(['The Quay Show', 'Ana Ruiz']);
    expect(all(show, 'item')).toEqual([]);
    expect(readFileSync(join(folder, 'out/podcast/atom.xml'), 'utf8')).toContain('at:deleted-entry');
    expect(readFileSync(join(folder, 'out/rss.xml'), 'utf8')).not.toContain('itunes');
  });

  it('has the guid that Podcast Index makes of its address, until the config states one', async () => {
    const files = { 'a.md': episode(['audio: ferry.mp3']), 'ferry.mp3': ferry };
    const guidOf = async (config: Config, name: string) =>
      textOf((await publish(files, config)).channel(name), 'podcast:guid');
    expect(await guidOf({}, 'rss.xml')).toBe(podcastGuid(`${site}rss.xml`));
    expect(await guidOf({ podcast: true }, 'podcast/rss.xml')).toBe(podcastGuid(`${site}podcast/rss.xml`));
    const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
    expect(await guidOf({ podcast: { guid: guid.toUpperCase() } }, 'podcast/rss.xml')).toBe(guid);
    // The namespace gives these as examples.
    expect(podcastGuid('https://podnews.net/rss')).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c');
    expect(podcastGuid('http://mp3s.nashownotes.com/pc20rss.xml/')).toBe(guid);
  });

  it('has no such guid while nobody knows where it will be', async () => {
    const folder = folderOf({ 'in/a.md': episode(['audio: https://cdn.example.org/x.mp3']) });
    await build({ articles: join(folder, 'in'), output: join(folder, 'out') });
    expect(all(readPodcast(readFileSync(join(folder, 'out/rss.xml'), 'utf8')), 'podcast:guid')).toEqual([]);
  });
});

describe('articles and episodes in one folder', () => {
  const files = {
    'a.md': episode(['audio: ferry.mp3']),
    'ferry.mp3': ferry,
    'b.md': episode([], '2026-05-07'),
  };
  it('make no podcast of the feed where the config says nothing of one', async () => {
    const { text, names } = await publish(files);
    expect(text('rss.xml')).not.toMatch(/itunes|podcastindex/);
    expect(names.some((name) => name.startsWith('podcast'))).toBe(false);
  });
  it('make none of the feed of a tag that only episodes have', async () => {
    const { text } = await publish(
      { ...files, 'a.md': episode(['audio: ferry.mp3', 'tags: [talks]']) },
      { feeds: ['tags'] },
    );
    expect(text('tags/talks/rss.xml')).toContain('<enclosure');
    expect(text('tags/talks/rss.xml')).not.toMatch(/itunes|podcastindex/);
  });
  it('make none with "podcast: false", whatever is attached, and nothing is looked into', async () => {
    const { text, codes } = await publish({ ...files, 'ferry.mp3': 'nothing' }, { podcast: false });
    expect(text('rss.xml')).not.toMatch(/itunes|podcastindex/);
    expect(codes).toEqual([]);
  });
  it('without a recording are as if podcasts were unknown', async () => {
    const articles = {
      'a.md': episode(['video: film.mp4', 'episode: 3']),
      'film.mp4': m4a(9),
      'b.md': files['b.md'],
    };
    const [on, off] = [await publish(articles), await publish(articles, { podcast: false })];
    for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'index.html'])
      expect(on.text(name)).toBe(off.text(name));
    const asked = await publish(articles, { podcast: true });
    expect(asked.names).toEqual(off.names);
  });
});

describe('a recording', () => {
  const told = async (lines: readonly string[], files: Readonly<Record<string, Uint8Array>>) => {
    const { report, channel, text } = await publish({ 'a.md': episode(lines), ...files });
    const messages = report.problems.filter(({ path }) => path === 'a.md').map(({ message }) => message);
    return { messages, item: one(channel(), 'item'), json: JSON.parse(text('feed.json')).items[0] };
  };
  it('that cannot be read is attached without a duration, and the report says so', async () => {
    const { messages, item } = await told(['audio: x.mp3'], { 'x.mp3': Buffer.from('no sound') });
    expect(messages).toEqual(['Cannot tell how long "x.mp3" is: it is no recording, or none that says so']);
    expect(one(item, 'enclosure').attributes.length).toBe('8');
    expect(all(item, 'itunes:duration')).toEqual([]);
  });
  it('has the duration that its author states; where the recording lasts much longer, the report says so', async () => {
    const long = await told(['audio: x.mp3', 'duration: "1:30:00"'], { 'x.mp3': ferry });
    expect(textOf(long.item, 'itunes:duration')).toBe('5400');
    const message = 'Took 1:30:00 for the duration of "x.mp3": the recording lasts 1:44';
    expect(long.messages).toEqual([message]);
    const close = await told(['audio: x.mp3', 'duration: 1:45'], { 'x.mp3': ferry });
    expect([textOf(close.item, 'itunes:duration'), close.messages]).toEqual(['105', []]);
  });
  it('elsewhere is never fetched: what its author states is all there is', async () => {
    const address = 'https://cdn.example.org/x.mp3';
    const stated = await told([`enclosure: {url: "${address}", length: 321, duration: 61}`], {});
    expect(one(stated.item, 'enclosure').attributes).toMatchObject({ url: address, length: '321' });
    expect([textOf(stated.item, 'itunes:duration'), stated.messages]).toEqual(['61', []]);
    const silent = await told([`audio: ${address}`], {});
    expect(one(silent.item, 'enclosure').attributes.length).toBe('0');
    expect(silent.messages).toEqual([
      `Cannot tell how many bytes "${address}" has: the article does not say, and what lies elsewhere is not fetched`,
    ]);
  });
  it('that is not there is told', async () => {
    const { messages } = await told(['audio: gone.mp3'], {});
    expect(messages).toEqual([
      'Cannot tell how many bytes "gone.mp3" has: there is no such file in the articles folder',
    ]);
  });
  it('in the format that all programs play goes first, the others go as Media RSS', async () => {
    const { item, json } = await told(['enclosures: [notes.pdf, x.flac, x.m4a]'], {
      'notes.pdf': Buffer.from('%PDF'),
      'x.flac': flac(61),
      'x.m4a': m4a(61),
    });
    expect(one(item, 'enclosure').attributes).toMatchObject({ url: `${site}x.m4a`, type: 'audio/mp4' });
    expect(all(item, 'media:content').map(({ attributes }) => [attributes.url, attributes.duration])).toEqual(
      [
        [`${site}notes.pdf`, undefined],
        [`${site}x.flac`, '61'],
      ],
    );
    expect(json.attachments.map(({ url }: { url: string }) => url)).toEqual([
      `${site}x.m4a`,
      `${site}notes.pdf`,
      `${site}x.flac`,
    ]);
  });
  it('in a format that Apple does not take has nothing in its words', async () => {
    const { item } = await told(['audio: x.wav', 'episode: 3'], { 'x.wav': wave(3) });
    expect(one(item, 'enclosure').attributes.type).toBe('audio/wav');
    expect(item.children.filter(({ name }) => name.startsWith('itunes:'))).toEqual([]);
    expect(textOf(item, 'podcast:episode')).toBe('3');
  });
  it('has no picture that no directory would take, unless its author states one for it', async () => {
    const files = { 'x.mp3': ferry, 'wide.png': png(1600, 900) };
    const lead = await told(['audio: x.mp3', 'image: wide.png'], files);
    expect([all(lead.item, 'itunes:image'), lead.messages]).toEqual([[], []]);
    const stated = await told(['audio: x.mp3', 'itunes_image: wide.png'], files);
    expect(one(stated.item, 'itunes:image').attributes.href).toBe(`${site}wide.png`);
    expect(stated.messages).toEqual([
      'Cannot rely on picture "wide.png" as artwork: its 1600 × 900 pixels are no square',
    ]);
  });
});

it('addresses stand in it as validators take them, and those that nobody can use do not', async () => {
  const files = { 'a.md': episode(['audio: ferry.mp3', 'duration: 0.2']), 'ferry.mp3': ferry };
  const { channel } = await publish(files, {
    podcast: {
      image: 'https://bücher.example/Titel bild.jpg'.replace(' ', '|'),
      funding: [{ url: 'https://bücher.example/ä?ö' }],
      newFeedUrl: 'https://bücher.example/neu"',
    },
  });
  const show = channel('podcast/rss.xml');
  const host = 'https://xn--bcher-kva.example';
  expect(one(show, 'itunes:image').attributes.href).toBe(`${host}/Titel%7Cbild.jpg`);
  expect(one(show, 'podcast:funding').attributes.url).toBe(`${host}/%C3%A4?%C3%B6`);
  expect(textOf(show, 'itunes:new-feed-url')).toBe(`${host}/neu%22`);
  expect(textOf(one(show, 'item'), 'itunes:duration')).toBe('1');
  const here = await publish(files, {
    site: 'http://localhost:8080/',
    podcast: { image: 'https://a/b.jpg' },
  });
  expect(all(here.channel('podcast/rss.xml'), 'itunes:image')).toEqual([]);
});

it('whatever people write, a podcast keeps to the rules', { timeout: 120_000 }, async () => {
  const hostile = [
    '\\u0000\\u0085 control',
    ']]> and ]]>',
    '<b>bold</b> & </title>',
    'x'.repeat(5000),
    '\\uD800 😀'.repeat(200),
  ];
  for (const [at, text] of hostile.entries()) {
    const { channel } = await publish(
      {
        'a.md': `---\ntitle: "${text}"\nauthor: "${text}"\ndate: 2026-05-06\nsubtitle: "${text}"\naudio: x.mp3\nepisode: ${text.slice(0, 20)}\ntranscript: "${text}"\n---\n\n${words}\n`,
        'x.mp3': ferry,
      },
      {
        podcast: {
          title: JSON.parse(`"${text}"`),
          description: JSON.parse(`"${text}"`).slice(0, 4000),
          author: JSON.parse(`"${text}"`),
          owner: { name: JSON.parse(`"${text}"`), email: 'ana@example.org' },
          funding: { url: 'https://quay.example.org/?a=1&b=2', text: JSON.parse(`"${text}"`) },
        },
        ...(at % 2 ? { maxBytes: 20_000 } : {}),
      },
    );
    expect(all(channel('podcast/rss.xml'), 'item')).toHaveLength(1);
    expect(all(channel(), 'item')).toHaveLength(1);
  }
});

describe('what docs/podcasts.md shows', () => {
  const page = readFileSync(new URL('../docs/podcasts.md', import.meta.url), 'utf8');
  const shown = (language: string) =>
    [...page.matchAll(new RegExp(`^( *)\`\`\`${language}\\n(.*?)^ *\`\`\``, 'gms'))].map(
      ([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
  const files = {
    'ferry.mp3': ferry,
    'ferry.jpg': jpeg(1400),
    'ferry.vtt': 'WEBVTT\n',
    'ferry.json': '{}',
  };

  it('is told by no problem', async () => {
    expect(shown('md').length).toBeGreaterThan(3);
    for (const article of shown('md')) {
      const { report, channel } = await publish({ 'a.md': `${article}\nText.\n`, ...files });
      expect(report.problems.filter(({ path }) => path !== undefined)).toEqual([]);
      expect(Number(textOf(one(channel(), 'item'), 'itunes:duration'))).toBeGreaterThan(100);
    }
  });

  it('makes a podcast that directories take', async () => {
    const config = shown('yaml').find((text) => text.includes('category:')) ?? '';
    const folder = folderOf({ 'feedmill.config.yaml': config, 'articles/': '', 'brand/': '' });
    writeFileSync(join(folder, 'brand/cover.jpg'), jpeg(3000));
    writeFileSync(join(folder, 'articles/a.md'), episode(['audio: ferry.mp3']));
    writeFileSync(join(folder, 'articles/ferry.mp3'), ferry);
    const report = await buildResolved(await loadConfig({ cwd: folder }));
    expect(report.problems).toEqual([]);
    const show = readPodcast(readFileSync(join(folder, 'output/podcast/rss.xml'), 'utf8'));
    expect(textOf(show, 'itunes:explicit')).toBe('false');
    expect(one(show, 'itunes:owner').children.map(({ text }) => text)).toEqual([
      'Ana Ruiz',
      'ana@example.org',
    ]);
    expect(one(show, 'itunes:image').attributes.href).toBe(`${site}podcast.jpg`);
    expect(one(show, 'itunes:category').attributes.text).toBe('Society & Culture');
  });
});
