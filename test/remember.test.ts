import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { build, watch } from '../src/index.js';
import { walkChain } from './support/chain.js';
import { folderOf } from './support/folder.js';
import { wordsOf } from './support/words.js';

const site = 'https://example.org/';
const patience = { timeout: 30_000, interval: 20 };
const text = (title: string, seed = title.length) => `# ${title}\n\n${wordsOf(seed, 60).join(' ')}.\n`;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
  readonly date_modified: string;
}

/** The ids and the first dates by title, as the JSON feed has them. */
function entriesIn(output: string): Record<string, string[]> {
  const { items }: { items: Item[] } = JSON.parse(readFileSync(join(output, 'feed.json'), 'utf8'));
  return Object.fromEntries(items.map(({ title, id, date_published }) => [title, [id, date_published]]));
}

function articlesOf(files: Readonly<Record<string, string>>) {
  const cwd = folderOf(Object.fromEntries(Object.entries(files).map(([path, body]) => [`in/${path}`, body])));
  return { cwd, articles: join(cwd, 'in'), output: join(cwd, 'out'), site };
}

async function watched(given: Parameters<typeof watch>[0] & object) {
  const problems: string[] = [];
  const watcher = await watch(
    { watch: { settle: 20 }, ...given },
    {
      onProblem: ({ code }) => problems.push(code),
      onReport: (report) => problems.push(...report.problems.map(({ code }) => code)),
    },
  );
  onTestFinished(() => watcher.close());
  return { watcher, problems };
}

describe('between two builds', () => {
  it('ids and dates outlive a clone, another zone and another site', async () => {
    const { cwd, articles, output } = articlesOf({
      'ferry.md': text('Ferry'),
      'old/hall.md': text('Auction hall'),
    });
    utimesSync(join(articles, 'ferry.md'), 1_700_000_000, 1_700_000_000);
    await build({ articles, output, site });
    const before = entriesIn(output);
    const clone = join(cwd, 'clone');
    cpSync(articles, clone, { recursive: true });
    renameSync(join(clone, 'old'), join(clone, 'new'));
    rmSync(output, { recursive: true });
    await build({ articles: clone, output, site: 'https://elsewhere.example/', timezone: 'Asia/Tokyo' });
    expect(entriesIn(output)).toEqual(before);
    expect(before.Ferry?.[1]).toBe('2023-11-14T22:13:20.000Z');
  });

  it('the ledger may lie elsewhere, and then nothing is written among the articles', async () => {
    const { cwd, articles, output } = articlesOf({ 'ferry.md': text('Ferry') });
    await build({ articles, output, site, state: join(cwd, 'state') });
    expect(existsSync(join(articles, '.feedmill'))).toBe(false);
    expect(readFileSync(join(cwd, 'state/ledger.ndjson'), 'utf8')).toContain('"path":"ferry.md"');
    await build({ articles, output, site, state: join(articles, 'memory') });
    const { documents } = await build({ articles, output, site, state: join(articles, 'memory') });
    expect(documents.written).toEqual([]);
  });

  it('a build of what did not change writes nothing', async () => {
    const { articles, output } = articlesOf({ 'ferry.md': text('Ferry') });
    await build({ articles, output, site });
    const ledger = join(articles, '.feedmill/ledger.ndjson');
    const before = statSync(ledger, { bigint: true });
    const { documents } = await build({ articles, output, site });
    expect(documents.written).toEqual([]);
    expect(statSync(ledger, { bigint: true }).ctimeNs).toBe(before.ctimeNs);
    expect(existsSync(join(articles, '.feedmill/lock'))).toBe(false);
  });

  it('lines of the ledger that cannot be used are told of with file and line', async () => {
    const { articles, output } = articlesOf({
      'ferry.md': text('Ferry'),
      '.feedmill/ledger.ndjson':
        '{"path":"ferry.md","id":"tag:example.org,2026:1"}\n<<<<<<< HEAD\n{"path":"ha',
    });
    const { problems } = await build({ articles, output, site });
    const ledger = join(articles, '.feedmill/ledger.ndjson');
    expect(problems.filter(({ code }) => code === 'ledger-line')).toMatchObject([
      { path: ledger, line: 2 },
      { path: ledger, line: 3 },
    ]);
    expect(readFileSync(`${ledger}.rejected`, 'utf8')).toBe('<<<<<<< HEAD\n{"path":"ha\n');
    expect(entriesIn(output).Ferry?.[0]).toBe('tag:example.org,2026:1');
    expect((await build({ articles, output, site })).problems.map(({ code }) => code)).toEqual([]);
  });
});

describe('while watching', () => {
  it('an entry stays itself when its file, or the folder around it, is moved', async () => {
    const { articles, output } = articlesOf({
      'ferry.md': text('Ferry'),
      'old/hall.md': text('Auction hall'),
    });
    const { watcher } = await watched({ articles, output, site });
    const before = entriesIn(output);
    mkdirSync(join(articles, 'quay'));
    renameSync(join(articles, 'ferry.md'), join(articles, 'quay/night-ferry.md'));
    renameSync(join(articles, 'old'), join(articles, 'new'));
    const ledger = join(articles, '.feedmill/ledger.ndjson');
    await vi.waitFor(() => {
      const lines = readFileSync(ledger, 'utf8');
      for (const path of ['quay/night-ferry.md', 'new/hall.md']) expect(lines).toContain(path);
    }, patience);
    await watcher.close();
    await build({ articles, output, site });
    expect(entriesIn(output)).toEqual(before);
  });

  it('an entry stays itself when its file goes, and comes again elsewhere with other words', async () => {
    const { articles, output } = articlesOf({ 'ferry.md': text('Ferry'), 'hall.md': text('Auction hall') });
    await watched({ articles, output, site });
    const before = entriesIn(output);
    rmSync(join(articles, 'ferry.md'));
    await vi.waitFor(() => expect(Object.keys(entriesIn(output))).toEqual(['Auction hall']), patience);
    expect(readFileSync(join(output, 'atom.xml'), 'utf8')).toContain(`ref="${before.Ferry?.[0]}"`);
    writeFileSync(join(articles, 'night.md'), `${text('Ferry')}\nIt is said to be late.\n`);
    await vi.waitFor(() => expect(entriesIn(output)).toEqual(before), patience);
    expect(readFileSync(join(output, 'atom.xml'), 'utf8')).not.toContain('deleted-entry');
  });

  it('an article appears in its second, and leaves in its second, though no file changes', async () => {
    const start = Math.ceil(Date.now() / 1000) * 1000;
    const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();
    const { articles, output } = articlesOf({
      'a.md': `---\ntitle: Later\ndate: ${iso(3)}\n---\n\nText.\n`,
      'b.md': `---\ntitle: Leaving\ndate: 2026-01-01\nexpires: ${iso(5)}\n---\n\nText.\n`,
    });
    await watched({ articles, output, site });
    const titles = () => Object.keys(entriesIn(output)).sort();
    expect(titles()).toEqual(['Leaving']);
    await vi.waitFor(() => expect(titles()).toEqual(['Later', 'Leaving']), patience);
    expect(Date.now()).toBeGreaterThanOrEqual(start + 3000);
    await vi.waitFor(() => expect(titles()).toEqual(['Later']), patience);
    expect(Date.now()).toBeGreaterThanOrEqual(start + 5000);
  });

  it('a second Feedmill says who holds the ledger, and publishes with what it reads', async () => {
    const { cwd, articles, output } = articlesOf({ 'ferry.md': text('Ferry') });
    const { watcher } = await watched({ articles, output, site });
    renameSync(join(articles, 'ferry.md'), join(articles, 'night.md'));
    const ledger = join(articles, '.feedmill/ledger.ndjson');
    await vi.waitFor(() => expect(readFileSync(ledger, 'utf8')).toContain('night.md'), patience);
    const other = join(cwd, 'other');
    const { problems } = await build({ articles, output: other, site });
    expect(problems).toMatchObject([{ code: 'ledger-held', level: 'warning' }]);
    expect(problems[0]?.message).toContain(`process ${process.pid}`);
    expect(entriesIn(other)).toEqual(entriesIn(output));
    await watcher.close();
    expect((await build({ articles, output: other, site })).problems).toEqual([]);
  });
});

it('a feed, its archive and the archives of its groups hold every article once, as a client finds them', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 23 }, (_, at) => [
      `${at % 2 === 0 ? 'quay' : 'town'}/${at}.md`,
      `---\ntitle: Entry ${at}\ndate: 2026-03-${String(at + 1).padStart(2, '0')}\n---\n\n${wordsOf(at, 30).join(' ')}\n`,
    ]),
  );
  const { articles, output } = articlesOf(files);
  const config = { articles, output, site, limit: 5, archive: true, feeds: ['sections' as const] };
  await build(config);
  const read = (address: string) =>
    readFileSync(join(output, decodeURIComponent(address.slice(site.length))), 'utf8');
  for (const format of ['atom.xml', 'rss.xml', 'feed.json']) {
    const all = walkChain(read, `${site}${format}`);
    expect(all.map(({ title }) => title)).toEqual(Array.from({ length: 23 }, (_, at) => `Entry ${22 - at}`));
    expect(walkChain(read, `${site}sections/quay/${format}`)).toHaveLength(12);
  }
  const page = readFileSync(join(output, 'archive/1/atom.xml'), 'utf8');
  const last = readFileSync(join(output, 'archive/4/rss.xml'), 'utf8');
  writeFileSync(join(articles, 'new.md'), '---\ntitle: New\ndate: 2019-01-01\n---\n\nBack-dated.\n');
  await build(config);
  expect(readFileSync(join(output, 'archive/1/atom.xml'), 'utf8')).toBe(page);
  expect(readFileSync(join(output, 'archive/4/rss.xml'), 'utf8')).toBe(last);
  expect(Object.keys(entriesIn(output))).toContain('New');
});
