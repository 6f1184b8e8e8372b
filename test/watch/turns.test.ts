import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FolderError } from '../../src/disk/folder-error.js';
import type { Change } from '../../src/disk/source.js';
import { problem } from '../../src/problems.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { eventually, freshly, recorder, reportOf, watching } from './recorder.js';
import { begin, beside, current, watched, watchers } from './watched.js';

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
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`articles/d${n}/a.md`, 'first']));
    const root = join(folderOf(files), 'articles');
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
        return reportOf(changes, { next: Date.now() + 200 });
      },
      recall: () => new Map(),
      isDisturbed: () => false,
      cut: () => undefined,
      onEnd: () => undefined,
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
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(mill.turns).toHaveLength(1);
    expect(mill.documents).toEqual(new Map([['a.md', '1']]));
  });

  it('cuts off a turn that takes long, and nothing is wrong with that', async () => {
    const root = folderOf({ 'a.md': '1' });
    let cut = () => {};
    const mill = recorder(root, () => new Promise((_, reject) => (cut = () => reject(new Error('cut off')))));
    const watcher = watching(root, { ...mill, cut: () => cut() });
    await eventually(() => expect(mill.turns).toHaveLength(1));
    await Promise.all([watcher.close(), watcher.ready]);
    expect([mill.turns.length, mill.reports, mill.problems]).toEqual([1, [], []]);
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
