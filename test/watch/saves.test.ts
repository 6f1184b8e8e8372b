import { closeSync, openSync, renameSync, unlinkSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/disk/source.js';
import { put } from '../support/put.js';
import { eventually, type Recorder } from './recorder.js';
import { current, watched } from './watched.js';

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
