import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { build, type Config, type Report } from '../src/index.js';
import { folderOf } from './support/folder.js';
import { asOrdinaryUser, onWindows } from './support/put.js';
import { skipWhere } from './support/skip-where.js';

/*
 * A run that knows of an earlier one does the same as one that does not, and tells the same, sooner.
 */

const dated = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-06\n${more}---\n\n${title} at the [quay](b.md).\n`;

const articles = {
  'in/a.md': dated('Storm', 'tags: [sea]\nauthor: ada\n'),
  'in/b.md': dated('Ferry', 'link: javascript:no\n'),
  'in/c.md': dated('Fog', 'draft: true\n'),
  'in/d.md': dated('Tide', 'id: https://example.org/?p=1\n'),
  'in/e.md': dated('Ebb', 'id: https://example.org/?p=1\n'),
  'in/f.md': dated('Later', 'date: 2999-01-01\n').replace('date: 2026-05-06\n', ''),
  'in/x/undated.md': '# Undated\n\nNobody knows when.\n',
  'in/authors.yml': 'ada:\n  name: Ada\n',
};

/** A folder that was built once, and whose files are old enough to be known by their stamps. */
async function built(files: Readonly<Record<string, string>> = articles, config: Config = {}) {
  const cwd = folderOf({ ...files, 'cold/': '' });
  await setTimeout(120);
  const given = { articles: join(cwd, 'in'), site: 'https://example.org/', feeds: true, ...config };
  const warm = (more: Config = {}) =>
    build({ ...given, output: join(cwd, 'out'), state: join(cwd, 'state'), ...more });
  /** The same run, by one that knows the ledger alone; and holds that the documents are the same. */
  const cold = async (more: Config = {}) => {
    const [output, state] = [join(cwd, 'cold/out'), join(cwd, 'cold/state')];
    for (const folder of [output, state]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(state);
    copyFileSync(join(cwd, 'state/ledger.ndjson'), join(state, 'ledger.ndjson'));
    cpSync(join(cwd, 'out'), output, { recursive: true });
    return build({ ...given, output, state, ...more });
  };
  const first = await warm();
  const same = () => {
    expect(textsIn(join(cwd, 'out'))).toEqual(textsIn(join(cwd, 'cold/out')));
    expect(readFileSync(join(cwd, 'state/ledger.ndjson'), 'utf8')).toBe(
      readFileSync(join(cwd, 'cold/state/ledger.ndjson'), 'utf8'),
    );
  };
  return { cwd, first, warm, cold, same, cache: join(cwd, 'state/cache/articles') };
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  );
}

/** What people are told of the folder, in whatever order. */
function told({ articles, entries, withheld, problems }: Report): unknown {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  return { articles, entries, withheld: sorted(withheld), problems: sorted(problems) };
}

/** Does the same thing to a warm run and a cold one: they end equal, and tell the same. */
async function hold({ cold, warm, same }: Awaited<ReturnType<typeof built>>, more: Config = {}) {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  const expected = await cold(more);
  const report = await warm(more);
  clock.mockRestore();
  expect(told(report)).toEqual(told(expected));
  same();
  return report;
}

describe('a run that knows of an earlier one', () => {
  it('reads nothing and writes nothing where nothing changed, and tells the same', async () => {
    const { cwd, first, warm } = await built();
    expect(first.read).toHaveLength(7);
    const stamps = () =>
      ['out', 'state'].flatMap((folder) =>
        filesIn(join(cwd, folder)).map((file) => {
          const { ino, mtimeMs, ctimeMs } = statSync(file);
          return [file, ino, mtimeMs, ctimeMs];
        }),
      );
    const before = stamps();
    const report = await warm();
    expect([report.read, report.documents.written, report.documents.removed]).toEqual([[], [], []]);
    expect(stamps()).toEqual(before);
    const undated = ({ code }: { code: string }) => code !== 'date-missing';
    expect(told(report)).toEqual(told({ ...first, problems: first.problems.filter(undated) }));
  });

  it('reads what changed, came or went, and no more', async () => {
    const folder = await built();
    writeFileSync(join(folder.cwd, 'in/b.md'), dated('Ferry again'));
    writeFileSync(join(folder.cwd, 'in/new.md'), dated('New'));
    rmSync(join(folder.cwd, 'in/e.md'));
    const report = await hold(folder);
    expect([report.read, report.gone]).toEqual([['b.md', 'new.md'], ['e.md']]);
    await hold(folder);
  });

  it.each<[string, (cache: string) => void]>([
    ['is gone', (cache) => rmSync(dirname(cache), { recursive: true })],
    ['is empty', (cache) => truncateSync(cache)],
    ['is cut off', (cache) => truncateSync(cache, statSync(cache).size - 40)],
    [
      'is altered where it is seldom asked',
      (cache) => writeFileSync(cache, readFileSync(cache, 'latin1').replaceAll('Storm', 'Sturm')),
    ],
    [
      'is altered where it is always asked',
      (cache) => writeFileSync(cache, readFileSync(cache, 'latin1').replace('a.md', 'q.md')),
    ],
  ])('does without what it %s', async (_name, spoil) => {
    const folder = await built();
    spoil(folder.cache);
    rmSync(join(folder.cwd, 'out/rss.xml'));
    writeFileSync(join(folder.cwd, 'in/b.md'), dated('Ferry again'));
    await hold(folder);
    expect((await folder.warm()).documents.written).toEqual([]);
  });

  it.each<[string, Config]>([
    ['another zone', { timezone: 'Asia/Tokyo' }],
    ['another limit', { limit: 1, archive: true }],
    ['other feeds', { feeds: ['tags'] }],
    ['other permalinks', { permalink: '/:year/:slug.html' }],
    ['summaries alone', { fullText: false }],
    ['another title', { title: 'Quay' }],
    ['smaller files', { maxFileSize: 90 }],
    ['other authors', { authors: 'Zed' }],
  ])('follows a config with %s, and back', async (_name, more) => {
    const folder = await built();
    await hold(folder, more);
    await hold(folder);
  });

  it('follows a ledger that somebody else wrote, and one that is gone', async () => {
    const folder = await built();
    const ledger = join(folder.cwd, 'state/ledger.ndjson');
    const lines = readFileSync(ledger, 'utf8').split('\n');
    writeFileSync(ledger, lines.slice(1).join('\n'));
    await hold(folder);
    writeFileSync(ledger, '');
    await hold(folder);
  });

  it('sees an edit that leaves size and time of a young file as they were', async () => {
    const folder = await built();
    const file = join(folder.cwd, 'in/a.md');
    writeFileSync(file, dated('Squall'));
    await folder.warm();
    const { atime, mtime } = statSync(file);
    writeFileSync(file, dated('Breeze').replace('Breeze', 'Gusts!'));
    utimesSync(file, atime, mtime);
    expect((await hold(folder)).read).toEqual(['a.md']);
  });

  it('sees that a picture grew, within a budget of bytes too', async () => {
    const picture = `${dated('Pier', 'image: pier.png\n')}![pier](pier.png)\n`;
    const folder = await built({ 'in/p.md': picture, 'in/pier.png': '.' }, { maxBytes: 100_000 });
    writeFileSync(join(folder.cwd, 'in/pier.png'), '......');
    expect((await hold(folder)).documents.written).not.toEqual([]);
    rmSync(join(folder.cwd, 'in/pier.png'));
    await hold(folder);
  });

  it('forgets no entry while its article cannot be read', async ({ skip }) => {
    skipWhere(skip, onWindows, 'permissions of Windows bind otherwise');
    const folder = await built();
    asOrdinaryUser(folder.cwd);
    for (const name of ['a.md', 'x']) chmodSync(join(folder.cwd, 'in', name), 0);
    const report = await hold(folder);
    expect(report.withheld).toContainEqual({ path: 'a.md', reason: 'unreadable' });
    await hold(folder);
    for (const name of ['a.md', 'x']) chmodSync(join(folder.cwd, 'in', name), 0o755);
    expect((await hold(folder)).entries).toBe(folder.first.entries);
    rmSync(join(folder.cwd, 'in/a.md'));
    await hold(folder);
  });
});
