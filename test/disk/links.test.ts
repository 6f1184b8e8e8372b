import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkFolders } from '../../src/disk/folders.js';
import { listChanges, listSources } from '../../src/disk/list.js';
import { look } from '../../src/disk/look.js';
import { readSource } from '../../src/disk/read.js';
import { isTwin } from '../../src/disk/source.js';
import type { Listing } from '../../src/disk/walk.js';
import { folderOf } from '../support/folder.js';
import { onWindows, put } from '../support/put.js';

/** An articles folder with links beside a folder that is none of its business. */
function place(
  links: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const base = folderOf({ 'articles/': '', 'out/secret.md': 'secret', 'out/deep/more.md': 'more' });
  const root = join(base, 'articles');
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return root;
}

function optionsFor(root: string, where: false | 'inside' | 'anywhere') {
  return checkFolders({
    articles: root,
    output: join(root, '../public'),
    state: join(root, '.feedmill'),
    followLinks: where,
  });
}

function listed(root: string, where: false | 'inside' | 'anywhere'): Listing {
  return listSources(root, optionsFor(root, where));
}

/** The files that count as files of their own. */
function own({ sources }: Listing): string[] {
  return [...sources.values()]
    .filter((source) => !isTwin(source))
    .map(({ path }) => path)
    .sort();
}

function told({ problems }: Listing): string[] {
  return problems.map(({ path, code, message }) => `${path} ${code} ${message}`).sort();
}

function textOf(root: string, path: string, where: false | 'inside' | 'anywhere'): string | undefined {
  const reading = readSource(root, path, 1000, undefined, where);
  return reading.problem === undefined ? Buffer.from(reading.bytes).toString() : undefined;
}

describe.skipIf(onWindows)('links that lead into the articles folder', () => {
  it('give what lies in its hidden places a name, as git-annex and mounted config maps do', () => {
    const root = place(
      { 'a.md': '.annex/objects/k1', 'b.md': '..data/b.md', '..data': '..2026/', pictures: '.pictures' },
      { '.annex/objects/k1': 'one', '..2026/b.md': 'two', '.pictures/gull.jpg': '' },
    );
    for (const where of ['inside', 'anywhere'] as const) {
      const listing = listed(root, where);
      expect(own(listing)).toEqual(['a.md', 'b.md', 'pictures/gull.jpg']);
      expect(told(listing)).toEqual([]);
      expect(textOf(root, 'a.md', where)).toBe('one');
      expect(textOf(root, 'b.md', where)).toBe('two');
    }
    expect(own(listed(root, false))).toEqual([]);
  });

  it('double no article: a second name is a file to refer to, no file of its own', () => {
    const root = place(
      { 'twin.md': 'a.md', 'post/cover.jpg': '../gull.jpg' },
      { 'a.md': 'one', 'gull.jpg': 'x' },
    );
    const listing = listed(root, 'inside');
    expect(own(listing)).toEqual(['a.md', 'gull.jpg']);
    expect([...listing.sources.keys()].sort()).toEqual(['a.md', 'gull.jpg', 'post/cover.jpg', 'twin.md']);
    expect(listing.sources.get('post/cover.jpg')?.size).toBe(1);
  });

  it('make of two links to one hidden file one article, the first by name', () => {
    const root = place({ 'b.md': '.hidden.md', 'a.md': '.hidden.md' }, { '.hidden.md': 'one' });
    expect(own(listed(root, 'inside'))).toEqual(['a.md']);
    rmSync(join(root, 'a.md'));
    expect(own(listed(root, 'inside'))).toEqual(['b.md']);
  });
});

describe.skipIf(onWindows)('links that lead out of the articles folder', () => {
  const links = { 'note.md': '../out/secret.md', notes: '../out' };

  it.each([
    [false, 'links are not followed'],
    ['inside', 'it leads out of the articles folder'],
  ] as const)('are refused with followLinks %s, and the report says so', (where, reason) => {
    const root = place(links, { 'a.md': '' });
    const listing = listed(root, where);
    expect(own(listing)).toEqual(['a.md']);
    expect(told(listing)).toEqual([
      `note.md link-skipped Skipped the link: ${reason}`,
      `notes link-skipped Skipped the link: ${reason}`,
    ]);
    expect(textOf(root, 'note.md', where)).toBeUndefined();
    expect(textOf(root, 'notes/secret.md', where)).toBeUndefined();
  });

  it('are followed where the config says so, and each file is met once', () => {
    const root = place({ ...links, 'other.md': '../out/deep/more.md' }, { 'a.md': '' });
    const listing = listed(root, 'anywhere');
    expect(own(listing)).toEqual(['a.md', 'note.md', 'notes/deep/more.md']);
    expect(textOf(root, 'note.md', 'anywhere')).toBe('secret');
    expect(textOf(root, 'notes/deep/more.md', 'anywhere')).toBe('more');
    expect(listing.sources.get('note.md')).toEqual(
      'source' in readSource(root, 'note.md', 1000, undefined, 'anywhere')
        ? { ...Object(readSource(root, 'note.md', 1000, undefined, 'anywhere')).source }
        : undefined,
    );
  });

  it('do not lead to what Feedmill writes itself', () => {
    const root = place({ up: '..', feeds: '../public', 'ledger.txt': '.feedmill/ledger.ndjson' });
    put(root, '../public/index.html', 'made');
    put(root, '.feedmill/ledger.ndjson', '{}');
    const listing = listed(root, 'anywhere');
    expect(own(listing)).toEqual(['up/out/deep/more.md', 'up/out/secret.md']);
    expect(told(listing)).toEqual([
      'feeds link-skipped Skipped the link: it leads to what Feedmill writes',
      'ledger.txt link-skipped Skipped the link: it leads to what Feedmill writes',
    ]);
  });

  it('are held against what was known like any other file', () => {
    const root = place({ notes: '../out' }, { 'a.md': '' });
    const options = optionsFor(root, 'anywhere');
    const { sources } = listSources(root, options);
    expect(listChanges(root, sources, options).changes).toEqual([]);
    put(root, '../out/secret.md', 'other words');
    rmSync(join(root, '../out/deep'), { recursive: true });
    expect(
      listChanges(root, sources, options).changes.map(({ path, source }) => [path, source?.size]),
    ).toEqual([
      ['notes/secret.md', 11],
      ['notes/deep/more.md', undefined],
    ]);
  });
});

describe.skipIf(onWindows)('links that lead nowhere, or in a circle', () => {
  it('are told of once each, and what lay behind them is not taken for gone', () => {
    const root = place(
      { 'a.md': 'gone.md', loop: 'loop', ping: 'pong', pong: 'ping', 'deep.md': 'x.md/y' },
      { 'x.md': '' },
    );
    const listing = listed(root, 'inside');
    expect(told(listing)).toEqual([
      'a.md file-unreadable Cannot read the file: it is a link that leads nowhere',
      'deep.md file-unreadable Cannot read the file: it is a link that leads nowhere',
      'loop file-unreadable Cannot read the file: it is a link that leads in a circle',
      'ping file-unreadable Cannot read the file: it is a link that leads in a circle',
      'pong file-unreadable Cannot read the file: it is a link that leads in a circle',
    ]);
    expect([...listing.unreadable].sort()).toEqual(['a.md', 'deep.md', 'loop', 'ping', 'pong']);
  });

  it('are walked once, however many lead back', () => {
    const links = Object.fromEntries(
      ['.', '..', '../..'].flatMap((up, n) => ['a', 'b', 'c'].map((name) => [`sub/deep/${name}${n}`, up])),
    );
    const root = place(links, { 'one.md': '', 'sub/two.md': '', 'sub/deep/three.md': '' });
    const began = performance.now();
    const listing = listed(root, 'anywhere');
    expect(own(listing)).toEqual(['one.md', 'sub/deep/three.md', 'sub/two.md']);
    expect(told(listing)).toHaveLength(9);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('are walked once outside, too', () => {
    const root = place({ notes: '../out' });
    symlinkSync('..', join(root, '../out/deep/up'));
    symlinkSync('deep', join(root, '../out/again'));
    expect(own(listed(root, 'anywhere'))).toEqual(['notes/deep/more.md', 'notes/secret.md']);
  });
});

describe.skipIf(onWindows)('what is swapped between the look and the reading', () => {
  it.each([false, 'inside'] as const)('is not read with followLinks %s, though its folder was', (where) => {
    const root = place({}, { 'sub/deep/secret.md': 'fine', 'top.md': 'fine' });
    const known = listed(root, where).sources;
    renameSync(join(root, 'sub'), join(root, 'was'));
    mkdirSync(join(root, '../out/sub/deep'), { recursive: true });
    writeFileSync(join(root, '../out/sub/deep/secret.md'), 'secret');
    symlinkSync('../out/sub', join(root, 'sub'));
    rmSync(join(root, 'top.md'));
    symlinkSync('../out/secret.md', join(root, 'top.md'));
    for (const path of ['sub/deep/secret.md', 'top.md']) {
      const reading = readSource(root, path, 1000, known.get(path), where);
      expect(reading.problem).toMatchObject({ code: 'file-unreadable', path });
    }
  });

  it('is not read though it looked the same from the beginning', () => {
    const root = place({}, { 'sub/a.md': 'fine' });
    renameSync(join(root, 'sub'), join(root, '../moved'));
    symlinkSync('../moved', join(root, 'sub'));
    const source = {
      ...Object(readSource(root, '../moved/a.md', 1000, undefined, 'anywhere')).source,
      path: 'sub/a.md',
    };
    expect(readSource(root, 'sub/a.md', 1000, source).problem?.message).toBe(
      'Cannot read the file: it lies outside of the articles folder',
    );
  });

  it('is not read, however fast somebody swaps it who may write to the folder, too', async () => {
    const root = place({ bait: '../out' }, { 'sub/secret.md': 'fine' });
    chmodSync(root, 0o777);
    const swap = `
      const { renameSync } = require('node:fs');
      process.chdir(process.argv[1]);
      for (;;) for (const [from, to] of [['sub', 'was'], ['bait', 'sub'], ['sub', 'bait'], ['was', 'sub']]) renameSync(from, to);
    `;
    const other = spawn(process.execPath, ['-e', swap, root], { stdio: 'ignore' });
    onTestFinished(() => void other.kill('SIGKILL'));
    const seen = new Set<string>();
    const deadline = Date.now() + 20_000;
    for (let round = 0; round < 500 && Date.now() < deadline; round++) {
      for (const [path, source] of listed(root, false).sources) {
        const reading = readSource(root, path, 1000, source);
        if (reading.problem === undefined) seen.add(Buffer.from(reading.bytes).toString());
      }
      if (round % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect([...seen]).toEqual(['fine']);
  });

  it('is read where the articles folder is a link, and leads to another one meanwhile', () => {
    const base = folderOf({ 'v1/sub/a.md': 'one', 'v2/sub/a.md': 'two' });
    const root = join(base, 'articles');
    symlinkSync('v1', root);
    expect(textOf(root, 'sub/a.md', false)).toBe('one');
    rmSync(root);
    symlinkSync('v2', root);
    expect(textOf(root, 'sub/a.md', false)).toBe('two');
  });
});

describe.skipIf(onWindows)('a look at a few paths', () => {
  it('leaves what is behind links as it is known, and says when a new link is met', () => {
    const root = place({ notes: '../out', 'sub/note.md': '../../out/secret.md' }, { 'sub/a.md': '' });
    const options = optionsFor(root, 'anywhere');
    const known = listSources(root, options);
    put(root, 'sub/a.md', 'edited');
    const first = look(root, known, ['sub', 'sub/a.md'], options);
    expect(first.changes.map(({ path }) => path)).toEqual(['sub/a.md']);
    symlinkSync('a.md', join(root, 'sub/new.md'));
    expect(look(root, known, ['sub/new.md'], options)).toMatchObject({ changes: [], isLinked: true });
    expect(look(root, known, ['sub/new.md'], optionsFor(root, false))).toMatchObject({
      isLinked: false,
      problems: [{ code: 'link-skipped', path: 'sub/new.md' }],
    });
  });
});
