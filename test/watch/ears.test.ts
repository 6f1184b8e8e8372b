import { describe, expect, it } from 'vitest';
import { Ears, type Heard } from '../../src/watch/ears.js';
import { folderOf } from '../support/folder.js';

/** Ears that hear what the test says, and what they told. */
function pretend(root: string) {
  const open: { folders: Set<string>; heard: Heard }[] = [];
  const hints: string[] = [];
  const ears = new Ears(
    root,
    (folders, heard) => {
      const ear = { folders: new Set(folders), heard };
      open.push(ear);
      return {
        unwatch: (folder: string) => ear.folders.delete(folder),
        close: async () => {
          open.splice(open.indexOf(ear), 1);
        },
      };
    },
    { hint: (paths) => hints.push(...paths), failed: () => undefined },
  );
  const heeded = () => open.flatMap(({ folders }) => [...folders]).sort();
  const happen = (folder: string, name?: string) => open[0]?.heard.happened(folder, name);
  return { ears, open, hints, heeded, happen };
}

describe('ears', () => {
  it('listen to exactly the folders there are', () => {
    const root = folderOf({});
    const { ears, heeded } = pretend(root);
    ears.heed(
      new Map([
        ['', '1'],
        ['a', '2'],
        ['a/b', '3'],
      ]),
    );
    expect(heeded()).toEqual([root, `${root}/a`, `${root}/a/b`]);
    ears.heed(
      new Map([
        ['', '1'],
        ['c', '2'],
      ]),
    );
    expect(heeded()).toEqual([root, `${root}/c`]);
    ears.heed(new Map());
    expect(heeded()).toEqual([]);
  });

  it('listen anew to a folder that another one took the place of, and to no other', () => {
    const { ears, open } = pretend(folderOf({}));
    ears.heed(
      new Map([
        ['', '1'],
        ['a', '2'],
      ]),
    );
    const [first] = open;
    ears.heed(
      new Map([
        ['', '1'],
        ['a', '3'],
      ]),
    );
    expect(open).toHaveLength(2);
    expect(first?.folders.size).toBe(1);
  });

  it('listen anew to a folder to which something happened itself: it may have been made again', () => {
    const root = folderOf({});
    const { ears, heeded, happen, hints } = pretend(root);
    const folders = new Map([
      ['', '1'],
      ['a', '2'],
    ]);
    ears.heed(folders);
    happen(`${root}/a`, 'a');
    expect(heeded()).toEqual([root]);
    expect(hints).toEqual(['a', 'a/a']);
    ears.heed(folders);
    expect(heeded()).toEqual([root, `${root}/a`]);
  });

  it('give each folder as a hint once it is listened to, for what happened before', () => {
    const { ears, open, hints } = pretend(folderOf({}));
    ears.heed(
      new Map([
        ['', '1'],
        ['a', '2'],
      ]),
    );
    expect(hints).toEqual([]);
    open[0]?.heard.ready();
    expect(hints).toEqual(['', 'a']);
  });

  it('tell paths as they are in the articles folder, and nothing of what lies around it', () => {
    const root = folderOf({});
    const { ears, happen, hints } = pretend(root);
    ears.heed(
      new Map([
        ['', '1'],
        ['a/b', '2'],
      ]),
    );
    happen(root, 'x.md');
    happen(`${root}/a/b`, 'y.md');
    happen(`${root}-2`, 'z.md');
    happen(`${root}/a/b`);
    expect(hints).toEqual(['x.md', 'a/b/y.md', 'a/b']);
  });

  it('leave thousands of folders in no time', () => {
    const { ears, heeded } = pretend(folderOf({}));
    ears.heed(new Map(Array.from({ length: 5000 }, (_, n) => [`${n}`, `${n}`])));
    ears.heed(new Map([['7', '7']]));
    expect(heeded()).toHaveLength(1);
  });
});
