import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LedgerFile } from '../../src/disk/state/ledger-file.js';
import { runHere } from '../commands/here.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser } from '../support/put.js';
import { mp3 } from '../support/recordings.js';

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-06\ntags: [harbour, "a & b"]\nauthor: Ines Duarte\n${more}---\n\nThe boat & the quay. <b>Bold</b> [x](https://example.org/?a=1&b=2)\n`;

const site = {
  'feedmill.config.yaml':
    'site: https://example.org/\ntitle: Harbour News\nfeeds: true\narchive: true\nlimit: 4\ntombstones: 0\n',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`articles/quay/a${at}.md`, article(`Number ${at}`)]),
  ),
  'articles/talk.md': article('A talk', 'enclosure: talk.mp3\nimage: quay.jpg\n'),
  'articles/talk.mp3': mp3(Array.from({ length: 100 }, () => 128)),
  'articles/quay.jpg': 'image',
};

async function run(cwd: string, line: string) {
  const { ended, written } = runHere(cwd, line);
  return { code: await ended, ...written };
}

/** Everything that lies in a folder, with its bytes and times. */
function treeOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = statSync(join(folder, name), { bigint: true });
      const bytes = stats.isFile() ? readFileSync(join(folder, name)).toString('base64') : '';
      return [name, stats.ino, stats.mtimeNs, stats.ctimeNs, stats.mode, bytes].join(' ');
    });
}

describe('a check of what was written', () => {
  it('finds nothing wrong in what a build has just written: feeds, groups, archives, pages', async () => {
    const cwd = folderOf(site);
    expect((await run(cwd, 'build')).code).toBe(0);
    expect(readdirSync(join(cwd, 'output'), { recursive: true }).length).toBeGreaterThan(50);
    expect(await run(cwd, 'check --strict')).toEqual({
      code: 0,
      out: '',
      err: 'no problems in 13 articles\n',
    });
  });

  it('nor where articles were withdrawn, hubs are named and titles tell of markup', async () => {
    const more =
      'hub: https://hub.example.org/\nwebsub:\n  announce: false\ntombstones: 30\nrights: © R&D <b>\n';
    const config = site['feedmill.config.yaml'].replace('tombstones: 0\n', more);
    const odd = article('"Fish & Chips &amp; <b> tags"').replace(
      'The boat',
      '<iframe src="/x"></iframe><script>x()</script>',
    );
    const cwd = folderOf({ ...site, 'feedmill.config.yaml': config, 'articles/odd.md': odd });
    await run(cwd, 'build');
    rmSync(join(cwd, 'articles/quay/a11.md'));
    await run(cwd, 'build');
    expect(readFileSync(join(cwd, 'output/atom.xml'), 'utf8')).toContain('deleted-entry');
    expect(
      (await run(cwd, 'check --quiet')).out.split('\n').filter((line) => line.startsWith('output')),
    ).toEqual([]);
  });

  it('nor in those of the articles that come with the program', async () => {
    const cwd = folderOf({ 'feedmill.config.yaml': 'site: https://example.org/\n' });
    cpSync(new URL('../../articles', import.meta.url), join(cwd, 'articles'), { recursive: true });
    await run(cwd, 'build');
    expect(await run(cwd, 'check --strict')).toMatchObject({ code: 0, out: '' });
  });

  it('tells that nothing was built yet', async () => {
    const { out, code } = await run(folderOf(site), 'check');
    expect(out).toBe(
      'output:1:1: note: Found no documents in the output folder: nothing was built there yet [output-unbuilt]\n',
    );
    expect(code).toBe(0);
  });

  it('tells what is stale, missing or made no more, each in one line', async () => {
    const cwd = folderOf(site);
    await run(cwd, 'build');
    writeFileSync(join(cwd, 'articles/quay/a1.md'), article('Another title').replace('harbour', 'storm'));
    rmSync(join(cwd, 'output/atom.xml'));
    const { out } = await run(cwd, 'check');
    const lines = out.split('\n').map((line) => line.replace(/^(\S+): (\w+): .*\[(.*)\]$/, '$1 $2 $3'));
    expect(lines).toEqual([
      'output/atom.xml:1:1 warning document-missing',
      expect.stringMatching(/^output\/\S+:1:1 warning document-stale$/),
      '',
    ]);
    await run(cwd, 'build');
    rmSync(join(cwd, 'articles/talk.md'));
    for (const name of readdirSync(join(cwd, 'articles/quay'))) rmSync(join(cwd, 'articles/quay', name));
    expect((await run(cwd, 'check')).out).toContain('[document-leftover]');
  });

  it('takes a document that somebody altered for stale, and checks it as it is', async () => {
    const cwd = folderOf(site);
    await run(cwd, 'build');
    const file = join(cwd, 'output/rss.xml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/<pubDate>.*?<\/pubDate>/, '<pubDate>soon</pubDate>'),
    );
    const { out, code } = await run(cwd, 'check');
    expect(out).toContain(
      'output/rss.xml:1:1: warning: Found "rss.xml" other than the articles make now [document-stale]',
    );
    expect(out).toMatch(/^output\/rss\.xml:\d+:\d+: error: Cannot read <pubDate> "soon"/m);
    expect(code).toBe(1);
  });
});

describe('a check writes nothing', () => {
  it('neither where there is nothing yet, nor where all is there', async () => {
    const cwd = folderOf({ ...site, 'articles/bad.md': '---\nno key\n---\n', 'feed.xml': '<rss/>' });
    const before = treeOf(cwd);
    for (const format of ['text', 'json', 'github']) await run(cwd, `check --format ${format}`);
    await run(cwd, 'check . feed.xml articles/bad.md feedmill.config.yaml');
    expect(treeOf(cwd)).toEqual(before);
    await run(cwd, 'build');
    writeFileSync(join(cwd, 'articles/new.md'), article('New'));
    writeFileSync(join(cwd, 'articles/.feedmill/ledger.ndjson'), 'no line\n', { flag: 'a' });
    const built = treeOf(cwd);
    const { out } = await run(cwd, 'check');
    expect(out).toContain('[document-stale]');
    expect(out).toContain('[ledger-line]');
    expect(treeOf(cwd)).toEqual(built);
  });

  it('and needs no right to write', async () => {
    const cwd = folderOf(site);
    await run(cwd, 'build');
    const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' });
    asOrdinaryUser(cwd);
    for (const name of [...names, '.']) {
      const path = join(cwd, name);
      chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
    }
    const found = await run(cwd, 'check');
    for (const name of ['.', ...names]) chmodSync(join(cwd, name), 0o755);
    expect(found).toEqual({ code: 0, out: '', err: 'no problems in 13 articles\n' });
  });

  it('and goes on while another Feedmill holds the ledger', async () => {
    const cwd = folderOf(site);
    await run(cwd, 'build');
    const ledger = new LedgerFile(join(cwd, 'articles/.feedmill'));
    expect(ledger.isHolder).toBe(true);
    const found = await run(cwd, 'check');
    expect(ledger.isHolder).toBe(true);
    ledger.close();
    expect(found).toEqual({ code: 0, out: '', err: 'no problems in 13 articles\n' });
  });
});
