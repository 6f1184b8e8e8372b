import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FolderError } from '../src/disk/folder-error.js';
import type { Change } from '../src/disk/source.js';
import { problem } from '../src/problems.js';
import type { Watcher } from '../src/watch.js';
import { folderOf } from './support/folder.js';
import { onWindows, put } from './support/put.js';
import { eventually, freshly, type Recorder, recorder, reportOf, watching } from './watch/recorder.js';

const watchers: Watcher[] = [];

afterEach(async () => {
  await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
});

/** Watches a folder with these files, after the first turn. */
async function watched(
  files: Readonly<Record<string, string>> = {},
  settings: Parameters<typeof watching>[2] = {},
): Promise<{ root: string; mill: Recorder; watcher: Watcher }> {
  const root = folderOf({ 'articles/': '', ...underArticles(files) });
  return begin(join(root, 'articles'), settings);
}

async function begin(
  root: string,
  settings: Parameters<typeof watching>[2] = {},
): Promise<{ root: string; mill: Recorder; watcher: Watcher }> {
  const mill = recorder(root);
  const watcher = watching(root, mill, settings);
  watchers.push(watcher);
  await watcher.ready;
  return { root, mill, watcher };
}

function underArticles(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`articles/${path}`, text]));
}

/** Waits until the documents are what a fresh build would give. */
function current({ root, mill }: { root: string; mill: Recorder }): Promise<void> {
  return eventually(() => expect(mill.documents).toEqual(freshly(root)));
}

/** All changes so far but for those of one turn at the start; a last file makes sure that nothing is under way. */
async function changesAfterStart(run: { root: string; mill: Recorder }): Promise<string[][]> {
  await current(run);
  put(run.root, 'last.md', 'last');
  await eventually(() => expect(run.mill.documents.has('last.md')).toBe(true));
  const told = ({ path, source }: Change) => `${path} ${source === undefined ? 'gone' : 'there'}`;
  const turns = run.mill.turns.slice(1).map((changes) => changes.map(told).sort());
  return turns
    .map((turn) => turn.filter((change) => change !== 'last.md there'))
    .filter((turn) => turn.length > 0);
}

/** Runs a script beside this process, as other programs do. */
async function beside(script: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['-e', `const fs = require('node:fs');${script}`, ...args], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

describe('the first turn', () => {
  it('has every file there is', async () => {
    const { mill, root } = await watched({ 'a.md': '1', 'b/c.txt': '2' });
    expect(mill.turns).toHaveLength(1);
    expect(mill.documents).toEqual(freshly(root));
  });

  it('is made though there is no file', async () => {
    const { mill } = await watched();
    expect(mill.turns).toEqual([[]]);
    expect(mill.reports).toHaveLength(1);
  });

  it('does not lose files that other programs write while it is made', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`d${n}/a.md`, 'first']));
    const root = join(folderOf(underArticles(files)), 'articles');
    const writing = beside(
      `for (let n = 0; n < 300; n++) {
        fs.writeFileSync(process.argv[1] + '/d' + n + '/b.md', 'second');
        fs.mkdirSync(process.argv[1] + '/d' + n + '/e');
        fs.writeFileSync(process.argv[1] + '/d' + n + '/e/c.md', 'third');
      }`,
      root,
    );
    const run = await begin(root);
    await writing;
    await current(run);
    expect(run.mill.documents.size).toBe(900);
  });

  it('that throws is told, and nothing is watched then', async () => {
    const root = folderOf({ 'a.md': '1' });
    const mill = recorder(root, () => Promise.reject(new Error('no output')));
    const watcher = watching(root, mill);
    await expect(watcher.ready).rejects.toThrow('no output');
    await watcher.close();
    expect(mill.turns).toHaveLength(1);
  });

  it('is not begun where there is no folder', () => {
    const root = join(folderOf({}), 'nowhere');
    expect(() => watching(root, recorder(root))).toThrow(FolderError);
  });
});

describe.each([
  ['events', false],
  ['polling', true],
] as const)('by %s', (mode, poll) => {
  const settings = { poll, rescan: poll ? 50 : 3_600_000 };

  it('files that are added, edited, renamed and removed are followed', async () => {
    const run = await watched({ 'a.md': '1', 'b.md': '1', 'c.md': '1' }, settings);
    expect(run.watcher.mode).toBe(mode);
    put(run.root, 'new/deep/d.md', '1');
    appendFileSync(join(run.root, 'a.md'), '2');
    renameSync(join(run.root, 'b.md'), join(run.root, 'renamed.md'));
    unlinkSync(join(run.root, 'c.md'));
    await current(run);
    expect([...run.mill.documents.keys()].sort()).toEqual(['a.md', 'new/deep/d.md', 'renamed.md']);
  });

  it('folders that are renamed, moved in and removed are followed, and what changes in them later', async () => {
    const run = await watched({ 'a/b/c.md': '1', 'd/e.md': '1' }, settings);
    const outside = folderOf({ 'in/f/g.md': '1' });
    renameSync(join(run.root, 'a'), join(run.root, 'z'));
    renameSync(join(outside, 'in'), join(run.root, 'in'));
    rmSync(join(run.root, 'd'), { recursive: true });
    await current(run);
    expect([...run.mill.documents.keys()].sort()).toEqual(['in/f/g.md', 'z/b/c.md']);
    put(run.root, 'z/b/c.md', 'edited');
    put(run.root, 'in/f/h.md', 'new');
    await current(run);
    expect(run.mill.documents.get('z/b/c.md')).toBe('edited');
  });

  it('a folder that is removed and made again at once is followed', async () => {
    const run = await watched({ 'a/b.md': '1' }, settings);
    for (const text of ['second', 'third', 'fourth']) {
      rmSync(join(run.root, 'a'), { recursive: true });
      put(run.root, 'a/b.md', text);
      await current(run);
      put(run.root, 'a/b.md', `${text}, edited`);
      await current(run);
      expect(run.mill.documents.get('a/b.md')).toBe(`${text}, edited`);
    }
  });

  it('the articles folder itself may be removed: the documents stay, and follow it when it is back', async () => {
    const run = await watched({ 'a.md': '1', 'b/c.md': '1' }, settings);
    const turns = run.mill.turns.length;
    rmSync(run.root, { recursive: true });
    await eventually(() =>
      expect(run.mill.problems).toMatchObject([{ code: 'articles-missing', level: 'error' }]),
    );
    expect(run.mill.documents.size).toBe(2);
    expect(run.mill.turns).toHaveLength(turns);
    put(run.root, 'b/new.md', '1');
    await current(run);
    put(run.root, 'b/newer.md', '1');
    await current(run);
    expect([...run.mill.documents.keys()].sort()).toEqual(['b/new.md', 'b/newer.md']);
    expect(run.mill.problems.map(({ code }) => code)).toEqual(['articles-missing', 'articles-back']);
  });

  it('the articles folder may be swapped for another', async () => {
    const run = await watched({ 'a.md': '1' }, settings);
    put(`${run.root}-next`, 'b/c.md', '1');
    renameSync(run.root, `${run.root}-last`);
    renameSync(`${run.root}-next`, run.root);
    await current(run);
    put(run.root, 'b/d.md', '1');
    await current(run);
    expect([...run.mill.documents.keys()].sort()).toEqual(['b/c.md', 'b/d.md']);
  });

  it.skipIf(onWindows)('the articles folder may be a link that is turned to another folder', async () => {
    const base = folderOf({ 'v1/a.md': '1', 'v2/b.md': '1' });
    symlinkSync('v1', join(base, 'articles'));
    const run = await begin(join(base, 'articles'), settings);
    put(base, 'v1/new.md', '1');
    await current(run);
    symlinkSync('v2', join(base, 'turned'));
    renameSync(join(base, 'turned'), join(base, 'articles'));
    await current(run);
    put(base, 'v2/new.md', '2');
    await current(run);
    expect([...run.mill.documents]).toEqual(
      expect.arrayContaining([
        ['b.md', '1'],
        ['new.md', '2'],
      ]),
    );
  });
});

describe('a save', () => {
  const saves: readonly (readonly [string, (path: string) => void])[] = [
    ['in place', (path) => writeFileSync(path, 'saved')],
    [
      'of vim',
      (path) => {
        const probe = join(path, '../4913');
        writeFileSync(probe, '');
        unlinkSync(probe);
        renameSync(path, `${path}~`);
        writeFileSync(path, 'saved');
        unlinkSync(`${path}~`);
      },
    ],
    [
      'by way of a temporary file',
      (path) => {
        writeFileSync(`${path}.tmp`, 'saved');
        renameSync(`${path}.tmp`, path);
      },
    ],
    [
      'by way of a file with a name like an article',
      (path) => {
        writeFileSync(`${path}.new.md`, 'saved');
        renameSync(`${path}.new.md`, path);
      },
    ],
    [
      'that removes the old file first',
      (path) => {
        unlinkSync(path);
        writeFileSync(path, 'saved');
      },
    ],
    [
      'that keeps time and size',
      (path) => {
        writeFileSync(path, 'saved');
        utimesSync(path, 1, 1);
      },
    ],
  ];
  it.each(saves)('%s is one change, and never a removal', async (_, save) => {
    const run = await watched({ 'a.md': 'first' });
    save(join(run.root, 'a.md'));
    expect(await changesAfterStart(run)).toEqual([['a.md there']]);
    expect(run.mill.documents.get('a.md')).toBe('saved');
  });

  it('that takes a while is one change: the file is away, empty, and then whole', async () => {
    const run = await watched({ 'a.md': 'first' }, { settle: 1000 });
    const path = join(run.root, 'a.md');
    renameSync(path, `${path}~`);
    await pause(40);
    const file = openSync(path, 'w');
    await pause(40);
    writeSync(file, 'saved');
    closeSync(file);
    await pause(40);
    unlinkSync(`${path}~`);
    expect(await changesAfterStart(run)).toEqual([['a.md there']]);
    expect(run.mill.documents.get('a.md')).toBe('saved');
  });

  it('of many files is one batch', async () => {
    const run = await watched();
    for (let n = 0; n < 50; n++) put(run.root, `${n}.md`, '1');
    expect((await changesAfterStart(run)).map((turn) => turn.length)).toEqual([50]);
  });

  it('under another name is one batch', async () => {
    const run = await watched({ 'a.md': '1' });
    renameSync(join(run.root, 'a.md'), join(run.root, 'b.md'));
    expect(await changesAfterStart(run)).toEqual([['a.md gone', 'b.md there']]);
  });

  it('in pieces is published once, and whole', async () => {
    const run = await watched({}, { settle: 1000 });
    const file = openSync(join(run.root, 'a.md'), 'w');
    for (let piece = 0; piece < 50; piece++) {
      writeSync(file, `piece ${piece}\n`);
      await pause(30);
    }
    closeSync(file);
    expect(await changesAfterStart(run)).toEqual([['a.md there']]);
    expect(run.mill.documents.get('a.md')).toMatch(/^piece 0\n[\s\S]*piece 49\n$/);
  });

  it('of a temporary file is no change', async () => {
    const run = await watched({ 'a.md': '1' });
    for (const name of ['.a.md.swp', 'a.md~', '#a.md#', '4913', 'a.md.part']) put(run.root, name, '1');
    expect(await changesAfterStart(run)).toEqual([]);
  });
});

describe('a burst', () => {
  it('of 2,000 files in 100 new folders is followed to the last, and so are edits after it', async () => {
    const run = await watched();
    await beside(
      `for (let n = 0; n < 2000; n++) {
        const folder = process.argv[1] + '/s' + (n % 5) + '/t' + (n % 20) + '/u' + (n % 100);
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(folder + '/' + n + '.md', 'body ' + n);
      }`,
      run.root,
    );
    await current(run);
    expect(run.mill.documents.size).toBe(2000);
    for (let n = 0; n < 100; n++) put(run.root, `s${n % 5}/t${n % 20}/u${n % 100}/${n}.md`, 'edited');
    await current(run);
    expect([...run.mill.documents.values()].filter((text) => text === 'edited')).toHaveLength(100);
  });

  it("of anything ends in what a fresh build gives", { timeout: 500_000 }, async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const kind = fc.constantFrom('write', 'write', 'append', 'folder', 'remove', 'move');
    const deed = fc.record({ kind, path, to: path, after: fc.constantFrom(0, 0, 0, 1, 15, 60) });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (deeds) => {
        const run = await watched({ 'a/b.md': '1' }, { settle: 50 });
        for (const [index, { kind, path, to, after }] of deeds.entries()) {
          attempt(run.root, kind, path, to, `${index}`);
          if (after > 0) await pause(after);
        }
        await current(run);
        await run.watcher.close();
      }),
      { numRuns: 150 },
    );
  });

  it('during a turn is taken up by the next one, and no two turns overlap', async () => {
    const root = folderOf({ 'a.md': '1' });
    let busy = 0;
    const mill = recorder(root, async () => {
      expect(++busy).toBe(1);
      await pause(30);
      busy--;
    });
    const watcher = watching(root, mill, { settle: 10 });
    watchers.push(watcher);
    await watcher.ready;
    for (let n = 0; n < 40; n++) {
      put(root, `${n % 7}.md`, `${n}`);
      await pause(7);
    }
    await current({ root, mill });
    expect(mill.problems).toEqual([]);
  });
});

describe('a turn', () => {
  it('that throws is told, and made again with the same changes until it succeeds', async () => {
    const root = folderOf({ 'a.md': '1' });
    let broken = false;
    const mill = recorder(root, async () => {
      if (broken) throw new Error('out of luck');
    });
    const watcher = watching(root, mill);
    watchers.push(watcher);
    await watcher.ready;
    broken = true;
    put(root, 'b.md', '1');
    await eventually(() => expect(mill.problems.length).toBeGreaterThan(0));
    expect(mill.problems[0]?.message).toBe('Cannot bring the feeds up to date: out of luck');
    broken = false;
    await current({ root, mill });
  });

  it('without changes is made when an article comes due, and when a document could not be written', async () => {
    const root = folderOf({ 'a.md': '1' });
    const turns: (readonly Change[])[] = [];
    const full = problem('document-unwritten', {}, { name: 'rss.xml', reason: 'the disk is full' });
    const watcher = watching(root, {
      async turn(changes) {
        turns.push(changes);
        if (turns.length === 1) return reportOf(changes, { problems: [full] });
        if (turns.length > 2) return reportOf(changes);
        return reportOf(changes, { withheld: [{ path: 'a.md', reason: 'future', until: Date.now() + 200 }] });
      },
      onReport: () => undefined,
      onProblem: () => undefined,
    });
    watchers.push(watcher);
    await eventually(() => expect(turns.slice(1)).toEqual([[], []]));
  });
});

describe('the end', () => {
  it('comes after the turn under way, which is finished', async () => {
    const root = folderOf({ 'a.md': '1' });
    let finish = () => {};
    const mill = recorder(root, () => new Promise((resolve) => (finish = resolve)));
    const watcher = watching(root, mill);
    await eventually(() => expect(mill.turns).toHaveLength(1));
    let ended = false;
    const end = watcher.close().then(() => {
      ended = true;
    });
    await pause(50);
    expect(ended).toBe(false);
    put(root, 'b.md', 'too late');
    finish();
    const began = performance.now();
    await Promise.all([end, watcher.close(), watcher.ready]);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(mill.turns).toHaveLength(1);
    expect(mill.documents).toEqual(new Map([['a.md', '1']]));
  });

  it('comes at once where nothing is under way, and also before the first turn', async () => {
    const { root, watcher } = await watched({ 'a.md': '1' });
    await watcher.close();
    const mill = recorder(root);
    const other = watching(root, mill);
    await other.close();
    await other.ready;
    expect(mill.turns).toEqual([]);
  });

  it('leaves nothing behind that keeps the process', async () => {
    const { root, watcher, mill } = await watched({ 'a.md': '1' });
    await watcher.close();
    const turns = mill.turns.length;
    put(root, 'a.md', 'nobody looks');
    await pause(300);
    expect(mill.turns).toHaveLength(turns);
    expect(process.getActiveResourcesInfo()).not.toContain('FSEventWrap');
  });
});

it('documents written among the articles are no change', async () => {
  const folder = folderOf({ 'a.md': '1' });
  const mill = recorder(folder);
  const turn = async (changes: readonly Change[]) => {
    put(folder, 'a-out/rss.xml', `${mill.turns.length}`);
    return mill.turn(changes);
  };
  const { watch } = await import('../src/watch.js');
  const config = {
    articles: folder,
    output: join(folder, 'a-out'),
    watch: { settle: 50, rescan: 100, poll: false },
  };
  const watcher = watch(config, { ...mill, turn });
  watchers.push(watcher);
  await watcher.ready;
  put(folder, 'b.md', '1');
  await eventually(() => expect(mill.documents.has('b.md')).toBe(true));
  put(folder, 'c.md', '1');
  await eventually(() => expect(mill.documents.has('c.md')).toBe(true));
  expect([...mill.documents.keys()].sort()).toEqual(['a.md', 'b.md', 'c.md']);
  expect(mill.turns).toHaveLength(3);
});

/** Does something to the folder where that is possible. */
function attempt(root: string, kind: string, path: string, to: string, text: string): void {
  try {
    if (kind === 'write') put(root, path, text);
    else if (kind === 'append') appendFileSync(join(root, path), text);
    else if (kind === 'folder') mkdirSync(join(root, path), { recursive: true });
    else if (kind === 'remove') rmSync(join(root, path), { recursive: true });
    else renameSync(join(root, path), join(root, to));
  } catch {
    // Not everything can be done to everything.
  }
}
