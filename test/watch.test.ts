import { appendFileSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/disk/source.js';
import { watch } from '../src/watch.js';
import { folderOf } from './support/folder.js';
import { onWindows, put } from './support/put.js';
import { eventually, recorder } from './watch/recorder.js';
import { begin, current, watched, watchers } from './watch/watched.js';

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

it('documents written among the articles are no change', async () => {
  const folder = folderOf({ 'a.md': '1' });
  const mill = recorder(folder);
  const turn = async (changes: readonly Change[]) => {
    put(folder, 'a-out/rss.xml', `${mill.turns.length}`);
    return mill.turn(changes, () => true);
  };
  const config = {
    articles: folder,
    output: join(folder, 'a-out'),
    state: join(folder, '.feedmill'),
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
