import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folded } from '../src/characters.js';
import { writeDocuments } from '../src/disk/write.js';
import { slugs } from '../src/feed/slug.js';
import { folderOf } from './support/folder.js';
import { foldingFolder } from './support/folding-disk.js';
import { eventually, itemsIn, reportOf, runOf, start } from './support/program.js';
import { onWindows, put } from './support/put.js';
import { skipWhere } from './support/skip-where.js';

const site = ['--site', 'https://example.org/'];

/** Names that a file may have, though hardly anybody gives them. Windows and macOS allow fewer. */
const odd = [
  'line\nbreak.md',
  'it\'s "quoted".md',
  'emoji 🌾👩‍🌾.md',
  'é composed.md'.normalize('NFC'),
  'é composed.md'.normalize('NFD'),
  `${'x'.repeat(252)}.md`,
  `${'ä'.repeat(126)}.md`,
  'Case.md',
  'case.md',
  'dots...md',
  'dots...md.md',
  'spaces .md',
  ' before.md',
  '%2F.md',
  '%2e%2e%2fup.md',
  'back\\slash.md',
  '..\\up.md',
  'con.md',
  'aux/nul.md',
  '-rf.md',
  '--help.md',
  'a?b#c.md',
  'a:b.md',
  'semi;colon&amp.md',
  '<script>.md',
  '\u001b[31mred\u0007.md',
  'csi \u009b31m.md',
  'right \u202eot left.md',
  'sheet\u2028separator.md',
  '\u{FFFD}.md',
  'tab\there.md',
  "$(touch pwned) `id` ';--.md",
];

/** Hidden, for they begin with a dot. */
const hidden = ['..md', '...md', '.md'];

/** Every character that may move a cursor, colour a terminal or turn a line around. */
const commands = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe.runIf(process.platform === 'linux')('articles with odd names', () => {
  function place(): string {
    const cwd = folderOf({});
    for (const name of [...odd, ...hidden]) put(cwd, `articles/${name}`, 'A headline\n\nWords.\n');
    const invalid = Buffer.concat([
      Buffer.from(`${cwd}/articles/bad `),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.md'),
    ]);
    writeFileSync(invalid, 'A headline\n\nWords.\n');
    return cwd;
  }

  const all = ['--limit', '0'];
  // Of the dots, Windows and the rest of the world make what they like: those that begin with one are hidden.
  const published = odd.filter((name) => !name.startsWith('.'));

  it('are published each with an id and an address of its own, and stay the same', async () => {
    const cwd = place();
    const report = await reportOf(cwd, [...site, ...all]);
    expect(report.entries).toBe(published.length);
    expect(report.problems.filter(({ code }) => code !== 'date-missing')).toMatchObject([
      { code: 'file-name-invalid', path: 'bad \uFFFD\uFFFD.md' },
    ]);
    const items = itemsIn(join(cwd, 'output'));
    expect(new Set(items.map(({ id }) => id)).size).toBe(published.length);
    expect(new Set(items.map(({ url }) => url)).size).toBe(published.length);
    for (const { url } of items) {
      expect(new URL(url).href).toBe(url);
      expect(url).toMatch(/^https:\/\/example\.org\/[!-~]+\/$/);
    }
    const lines = readFileSync(join(cwd, 'articles/.feedmill/ledger.ndjson'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).path).sort()).toEqual([...published].sort());
    const again = await reportOf(cwd, [...site, ...all]);
    expect([again.read, again.gone, again.entries]).toEqual([[], [], published.length]);
    expect(itemsIn(join(cwd, 'output'))).toEqual(items);
  });

  it('send no command to a terminal, in the report for people and in that for programs', async () => {
    const cwd = place();
    const people = await runOf(cwd, ['build', ...site]);
    expect(people.code).toBe(0);
    expect(people.err.replaceAll('\n', '')).not.toMatch(commands);
    const programs = await runOf(cwd, ['build', '--json', '--state', 'other', ...site]);
    expect(programs.out).not.toMatch(commands);
    expect(programs.out).toContain('right \\u202eot left.md');
    for (const line of programs.out.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe('feeds of groups', () => {
  const twins = [
    ['Straße', 'strasse'],
    ['é'.normalize('NFC'), 'é'.normalize('NFD')],
    ['ﬁsh', 'fish'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['İstanbul', 'i̇stanbul'],
    ['a\ufe0fb', 'ab'],
    ['Fish', 'FISH', 'fish!', 'fish?'],
    ['con', 'CON'],
  ];

  it.each(twins)('have folders that no disk takes for one: %s, %s', (...labels) => {
    const names = [...slugs(labels).values()];
    expect(new Set(names.map(folded)).size).toBe(labels.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
  });

  it('never overwrite one another, whoever names them', async () => {
    const output = folderOf({});
    const document = (name: string) => ({ name, bytes: () => Buffer.from(name) });
    const result = await writeDocuments(output, [
      document('tags/Fish/rss.xml'),
      document('tags/fish/rss.xml'),
    ]);
    expect(result.written).toEqual(['tags/Fish/rss.xml']);
    expect(result.problems).toMatchObject([{ code: 'document-name-refused' }]);
  });
});

describe.skipIf(onWindows)('a disk that takes upper and lower case for one', () => {
  const words = '---\ntitle: Storm\n---\n\nIt blew all night, and in the morning the pier was gone.\n';

  function place(skip: Parameters<typeof skipWhere>[0]): string {
    const cwd = foldingFolder() ?? '';
    skipWhere(skip, cwd === '', 'no such disk can be had here');
    put(cwd, 'articles/Storm.md', words);
    put(cwd, 'articles/calm.md', words.replaceAll('Storm', 'Calm').replace('blew', 'was still'));
    return cwd;
  }

  it('keeps the id of an article that is called otherwise only by case, from build to build', async ({
    skip,
  }) => {
    const cwd = place(skip);
    await reportOf(cwd, site);
    const before = itemsIn(join(cwd, 'output'));
    renameSync(join(cwd, 'articles/Storm.md'), join(cwd, 'articles/storm.md'));
    const report = await reportOf(cwd, site);
    expect([report.entries, report.gone]).toEqual([2, ['Storm.md']]);
    const after = itemsIn(join(cwd, 'output'));
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(after.map(({ url }) => url)).toContain('https://example.org/storm/');
  });

  it('keeps it while watching, and never shows it twice', async ({ skip }) => {
    const cwd = place(skip);
    const run = start(cwd, ['watch', '--json', ...site]);
    await eventually(() => expect(run.written.out).toContain('"watching"'));
    const before = itemsIn(join(cwd, 'output'))
      .map(({ id }) => id)
      .sort();
    for (const [from, to] of [
      ['Storm.md', 'storm.md'],
      ['storm.md', 'STORM.md'],
    ] as const) {
      renameSync(join(cwd, 'articles', from), join(cwd, 'articles', to));
      const address = `https://example.org/${to.slice(0, -3)}/`;
      await eventually(() => expect(itemsIn(join(cwd, 'output')).map(({ url }) => url)).toContain(address));
      expect(
        itemsIn(join(cwd, 'output'))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(before);
    }
  });

  it('holds all documents of groups', async ({ skip }) => {
    const cwd = place(skip);
    for (const [n, tag] of ['Straße', 'strasse', 'FISH', 'fish'].entries())
      put(cwd, `articles/${n}.md`, `---\ntitle: T${n}\ntags: [${tag}]\n---\n\nWords ${n}.\n`);
    put(cwd, 'feedmill.config.yaml', 'site: https://example.org/\nfeeds: [tags]\n');
    await reportOf(cwd);
    const opml = readFileSync(join(cwd, 'output/feeds.opml'), 'utf8');
    const folders = [...opml.matchAll(/https:\/\/example\.org\/(tags\/[^"]+)\/rss\.xml/g)].map(
      ([, folder = '']) => decodeURI(folder),
    );
    const titles = folders.map((folder) =>
      itemsIn(join(cwd, 'output', folder))
        .map(({ title }) => title)
        .sort(),
    );
    expect(titles.sort()).toEqual([['T0'], ['T1'], ['T2', 'T3']]);
    const again = await reportOf(cwd);
    expect(again.documents.written).toEqual([]);
  });
});
