import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSources } from '../../src/disk/list.js';
import { type Known, look } from '../../src/disk/look.js';
import type { Change, Source } from '../../src/disk/source.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';

const all = { skip: () => false };

/** What is known after a look. */
function accepted(known: Known, changes: readonly Change[], folders: Known['folders']): Known {
  const sources = new Map(known.sources);
  for (const { path, source } of changes) {
    if (source === undefined) sources.delete(path);
    else sources.set(path, source);
  }
  return { sources, folders };
}

function lookAgain(root: string, known: Known, hints: readonly string[]): Known {
  const { changes, folders } = look(root, known, hints, all);
  return accepted(known, changes, folders);
}

function sorted(known: Known): [Source[], [string, string][]] {
  const byPath = <T extends { path: string }>(list: T[]) => list.sort((a, b) => (a.path < b.path ? -1 : 1));
  return [byPath([...known.sources.values()]), [...known.folders].sort()];
}

describe('a look at some paths', () => {
  it('finds an edited, a new and a removed file, and nothing else', () => {
    const root = folderOf({ 'a.md': '1', 'b.md': '1', 'c.md': '1' });
    const known = listSources(root, all);
    put(root, 'a.md', 'other');
    put(root, 'new.md', '1');
    rmSync(join(root, 'b.md'));
    put(root, 'c.md', 'not looked at');
    const { changes, folders } = look(root, known, ['a.md', 'b.md', 'new.md', 'never.md'], all);
    expect(changes.map(({ path, source }) => [path, source?.size]).sort()).toEqual([
      ['a.md', 5],
      ['b.md', undefined],
      ['new.md', 1],
    ]);
    expect(folders).toBe(known.folders);
  });

  it('finds everything in a folder that was moved in, and everything gone that was moved out', () => {
    const root = folderOf({ 'old/a/b.md': '1', 'old/c.md': '1' });
    const known = listSources(root, all);
    renameSync(join(root, 'old'), join(root, 'new'));
    const { changes, folders } = look(root, known, ['old', 'new'], all);
    expect(changes.map(({ path, source }) => [path, source !== undefined]).sort()).toEqual([
      ['new/a/b.md', true],
      ['new/c.md', true],
      ['old/a/b.md', false],
      ['old/c.md', false],
    ]);
    expect([...folders.keys()].sort()).toEqual(['', 'new', 'new/a']);
  });

  it('finds the whole new folder from a hint at a file deep in it', () => {
    const root = folderOf({});
    const known = listSources(root, all);
    put(root, 'a/b/c.md', '1');
    put(root, 'a/d.md', '1');
    expect(sorted(lookAgain(root, known, ['a/b/c.md']))).toEqual(sorted(listSources(root, all)));
  });

  it('reads the names alone of a folder it knows, and what is below that changed', () => {
    const root = folderOf({ 'a/b/c.md': '1', 'a/d.md': '1' });
    const known = listSources(root, all);
    put(root, 'a/d.md', 'other');
    put(root, 'a/b/c.md', 'not looked at');
    put(root, 'a/e/f.md', '1');
    expect(
      look(root, known, ['a'], all)
        .changes.map(({ path }) => path)
        .sort(),
    ).toEqual(['a/d.md', 'a/e/f.md']);
  });

  it('says again that a file is gone, and a folder in its place, as long as that is not taken for known', () => {
    const root = folderOf({ a: '1', 'b.md': '1' });
    const { sources, folders } = listSources(root, all);
    rmSync(join(root, 'a'));
    put(root, 'a/c.md', '1');
    const first = look(root, { sources, folders }, ['a'], all);
    const second = look(root, { sources, folders: first.folders }, ['a', 'a/c.md'], all);
    for (const { changes } of [first, second]) {
      expect(changes.map(({ path, source }) => [path, source !== undefined]).sort()).toEqual([
        ['a', false],
        ['a/c.md', true],
      ]);
    }
  });

  it('sees that another folder has taken the place of the one it knew', () => {
    const root = folderOf({ 'a/b/c.md': '1', 'a/d.md': '1' });
    const known = listSources(root, all);
    rmSync(join(root, 'a'), { recursive: true });
    put(root, 'a/b/new.md', '1');
    expect(sorted(lookAgain(root, known, ['a']))).toEqual(sorted(listSources(root, all)));
  });

  it('leaves out what a listing leaves out', () => {
    const root = folderOf({ 'a.md': '1' });
    const known = listSources(root, all);
    put(root, '.git/x.md', '1');
    put(root, 'out/rss.xml', '1');
    const { changes } = look(root, known, ['.git', '.git/x.md', 'out/rss.xml'], {
      skip: (path) => path === 'out',
    });
    expect(changes).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('takes a file for gone when a link has its name', () => {
    const root = folderOf({ 'a.md': '1' });
    const known = listSources(root, all);
    rmSync(join(root, 'a.md'));
    symlinkSync('/etc/hostname', join(root, 'a.md'));
    expect(look(root, known, ['a.md'], all).changes).toEqual([{ path: 'a.md' }]);
  });

  it('takes nothing for gone when the articles folder is away', () => {
    const root = folderOf({ 'here/a.md': '1' });
    const known = listSources(join(root, 'here'), all);
    renameSync(join(root, 'here'), join(root, 'there'));
    expect(look(join(root, 'here'), known, [''], all).changes).toEqual([]);
  });
});

describe('a law', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('write'), path, text: fc.string({ maxLength: 5 }) }),
    fc.record({ kind: fc.constant('folder'), path }),
    fc.record({ kind: fc.constant('remove'), path }),
    fc.record({ kind: fc.constant('move'), path, to: path }),
    fc.record({ kind: fc.constant('link'), path }),
  );
  type Deed = { kind: string; path: string; text?: string; to?: string };

  /** Does it where that is possible, and gives the names that the system would tell of. */
  function act(root: string, { kind, path, text = '', to = '' }: Deed): string[] {
    try {
      const made = missingFolders(root, kind === 'move' ? to : path);
      if (kind === 'write') put(root, path, text);
      else if (kind === 'folder') mkdirSync(join(root, path), { recursive: true });
      else if (kind === 'remove') rmSync(join(root, path), { recursive: true, force: true });
      else if (kind === 'link') symlinkSync(join(root, '../elsewhere'), join(root, path), 'junction');
      else if (existsSync(join(root, path))) {
        mkdirSync(dirname(join(root, to)), { recursive: true });
        renameSync(join(root, path), join(root, to));
      }
      return [path, to, ...made].filter((hint) => hint !== '');
    } catch {
      return [path, to, ...missingFolders(root, path)].filter((hint) => hint !== '');
    }
  }

  function missingFolders(root: string, path: string): string[] {
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return above.filter((folder) => !existsSync(join(root, folder)));
  }

  it('looks at the paths that changed see what a listing of everything sees', () => {
    const base = folderOf({});
    let runs = 0;
    fc.assert(
      fc.property(fc.array(fc.array(deed, { maxLength: 6 }), { maxLength: 5 }), (batches) => {
        const root = join(base, `${runs++}`, 'articles');
        mkdirSync(root, { recursive: true });
        put(root, '../elsewhere/a/b', 'out of bounds');
        put(root, '../elsewhere/c', 'out of bounds');
        let known: Known = listSources(root, all);
        for (const batch of batches) {
          const hints = batch.flatMap((one) => act(root, one));
          known = lookAgain(root, known, hints);
          expect(sorted(known)).toEqual(sorted(listSources(root, all)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('misses nothing where what is seen is taken for known much later', () => {
    const base = folderOf({});
    let runs = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 6 }),
        fc.nat(3),
        (batches, patience) => {
          const root = join(base, `${runs++}`, 'articles');
          mkdirSync(root, { recursive: true });
          put(root, '../elsewhere/a/b', 'out of bounds');
          let known: Known = listSources(root, all);
          let waiting: readonly Change[] = [];
          for (const [index, batch] of [...batches, []].entries()) {
            const hints = batch.flatMap((one) => act(root, one));
            const seen = look(root, known, [...hints, ...waiting.map(({ path }) => path)], all);
            known = { sources: known.sources, folders: seen.folders };
            waiting = seen.changes;
            if (index % (patience + 1) === patience) known = accepted(known, waiting, known.folders);
          }
          expect(sorted(accepted(known, waiting, known.folders))).toEqual(sorted(listSources(root, all)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds for hints in any number that say nothing', () => {
    const root = folderOf({ 'a/b.md': '1', 'c.md': '1' });
    const known = listSources(root, all);
    writeFileSync(join(root, 'c.md'), 'other');
    fc.assert(
      fc.property(fc.array(path), (hints) => {
        expect(sorted(lookAgain(root, known, [...hints, 'c.md']))).toEqual(sorted(listSources(root, all)));
      }),
      { numRuns: 100 },
    );
  });
});
