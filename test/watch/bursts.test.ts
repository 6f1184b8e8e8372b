import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { recorder, watching } from './recorder.js';
import { beside, current, watched, watchers } from './watched.js';

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

  it('of more events than the system keeps, though of few files, is followed to the last', async () => {
    const run = await watched({ 'a.md': '1', 'b.md': '1', 'c.md': '1' });
    const script = `
      const fs = require('node:fs');
      const open = (name) => fs.openSync(process.argv[1] + '/' + name, 'a');
      const files = [open('a.md'), open('b.md')];
      for (let n = 0; n < 20000; n++) fs.writeSync(files[n % 2], '.');
      fs.writeFileSync(process.argv[1] + '/c.md', 'edited');
    `;
    // Nothing is heard until it is over.
    execFileSync(process.execPath, ['-e', script, run.root]);
    await current(run);
    expect(run.mill.documents.get('c.md')).toBe('edited');
  });

  it('of anything ends in what a fresh build gives', async () => {
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
      { numRuns: 12, endOnFailure: true },
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
