import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ListOptions, listSources } from '../../src/disk/list.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows, put } from '../support/put.js';

const all: ListOptions = { skip: () => false };

function pathsIn(folder: string, options = all): string[] {
  return [...listSources(folder, options).sources.keys()].sort();
}

describe('a listing', () => {
  it('holds every file below the folder, articles and media, with `/` in the paths', () => {
    const folder = folderOf({ 'a.md': '', 'news/2026/b.txt': '', 'news/2026/b.jpg': '' });
    expect(pathsIn(folder)).toEqual(['a.md', 'news/2026/b.jpg', 'news/2026/b.txt']);
  });

  it('tells size and time of each file', () => {
    const folder = folderOf({ 'a.md': 'four' });
    utimesSync(join(folder, 'a.md'), 0, 1_700_000_000.5);
    expect(listSources(folder, all).sources.get('a.md')).toMatchObject({
      path: 'a.md',
      size: 4,
      modified: 1_700_000_000_500,
    });
  });

  it('gives a file another stamp when its bytes change, though its size and time are set back', () => {
    const folder = folderOf({ 'a.md': 'one' });
    const path = join(folder, 'a.md');
    const before = listSources(folder, all).sources.get('a.md')?.stamp;
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'two');
    utimesSync(path, atime, mtime);
    expect(listSources(folder, all).sources.get('a.md')?.stamp).not.toBe(before);
  });

  it('keeps the stamp of a file that nobody touched', () => {
    const folder = folderOf({ 'a.md': 'one' });
    expect(listSources(folder, all).sources).toEqual(listSources(folder, all).sources);
  });

  it('leaves out hidden and temporary files, and what it is told to', () => {
    const folder = folderOf({
      'a.md': '',
      '.b.md': '',
      '.git/c.md': '',
      'd.md~': '',
      'out/rss.xml': '',
      'out.md': '',
    });
    expect(pathsIn(folder, { skip: (path) => path === 'out' })).toEqual(['a.md', 'out.md']);
  });

  it('takes names as they are: spaces, quotes, newlines, emoji, composed and decomposed letters', () => {
    const names = ['a b.md', 'it\'s "c".md', 'emoji 🌾.md', '%41.md', 'é.md'];
    if (!onWindows) names.push('line\nbreak.md');
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, ''])));
    expect(pathsIn(folder)).toEqual([...names].sort());
  });

  it('goes as deep as the folders go', () => {
    const path = `${Array.from({ length: 300 }, () => 'd').join('/')}/a.md`;
    expect(pathsIn(folderOf({ [path]: '' }))).toEqual([path]);
  });

  it('follows the articles folder where that is a link itself', () => {
    const folder = folderOf({ 'real/a.md': '' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'), 'junction');
    expect(pathsIn(join(folder, 'link'))).toEqual(['a.md']);
  });
});

describe('what cannot be an article', () => {
  it.skipIf(onWindows)('follows no link, into the folder or out of it, and never in a circle', () => {
    const folder = folderOf({ 'a.md': '', 'sub/b.md': '' });
    symlinkSync('a.md', join(folder, 'twin.md'));
    symlinkSync('/etc', join(folder, 'out'));
    symlinkSync('..', join(folder, 'sub/circle'));
    symlinkSync('nowhere', join(folder, 'dangling.md'));
    const listing = listSources(folder, all);
    expect([...listing.sources.keys()].sort()).toEqual(['a.md', 'sub/b.md']);
    expect(listing.problems.map(({ code, level, path }) => [code, level, path])).toEqual(
      expect.arrayContaining(
        ['twin.md', 'out', 'sub/circle', 'dangling.md'].map((path) => ['link-skipped', 'note', path]),
      ),
    );
    expect(listing.problems).toHaveLength(4);
  });

  it.skipIf(onWindows)('says nothing of the links that an editor leaves while a file is open', () => {
    const folder = folderOf({});
    symlinkSync('somebody@somewhere.1234', join(folder, '.#a.md'));
    expect(listSources(folder, all).problems).toEqual([]);
  });

  it.skipIf(onWindows)('does not wait for a pipe', () => {
    const folder = folderOf({ 'a.md': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    const listing = listSources(folder, all);
    expect([...listing.sources.keys()]).toEqual(['a.md']);
    expect(listing.problems).toMatchObject([{ code: 'file-special', path: 'pipe.md' }]);
  });

  it('enters a folder that is called like an article', () => {
    expect(pathsIn(folderOf({ 'x.md/index.md': '' }))).toEqual(['x.md/index.md']);
  });

  it.runIf(process.platform === 'linux')(
    'says of a name that is not UTF-8, and lists one that holds the sign for it',
    () => {
      const folder = folderOf({ 'true \uFFFD.md': '' });
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/bad `), Buffer.from([0xff]), Buffer.from('.md')]),
        '',
      );
      const listing = listSources(folder, all);
      expect([...listing.sources.keys()]).toEqual(['true \uFFFD.md']);
      expect(listing.problems).toMatchObject([{ code: 'file-name-invalid', path: 'bad \uFFFD.md' }]);
    },
  );
});

describe('a folder that cannot be read', () => {
  it.skipIf(onWindows)('is a problem, and the others are listed', () => {
    const folder = folderOf({ 'a.md': '', 'closed/b.md': '', 'open/c.md': '' });
    asOrdinaryUser(folder);
    chmodSync(join(folder, 'closed'), 0);
    const listing = listSources(folder, all);
    chmodSync(join(folder, 'closed'), 0o755);
    expect([...listing.sources.keys()].sort()).toEqual(['a.md', 'open/c.md']);
    expect(listing.problems).toMatchObject([{ code: 'folder-unreadable', path: 'closed' }]);
    expect(listing.problems[0]?.message).toBe('Cannot read the folder: permission denied');
  });

  it('is a problem where it is the articles folder, and never an exception', () => {
    const listing = listSources(join(folderOf({}), 'nowhere'), all);
    expect([...listing.unreadable]).toEqual(['']);
    expect(listing.problems).toMatchObject([{ code: 'folder-unreadable' }]);
  });

  it('is told from an empty one', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'empty'));
    const listing = listSources(folder, all);
    expect([...listing.folders.keys()].sort()).toEqual(['', 'empty']);
    expect(listing.problems).toEqual([]);
  });
});

it('lists 10,000 files in well under a second', () => {
  const folder = folderOf({});
  for (let n = 0; n < 10_000; n++) put(folder, `${n % 20}/${n}.md`, 'x');
  const began = performance.now();
  expect(listSources(folder, all).sources.size).toBe(10_000);
  expect(performance.now() - began).toBeLessThan(20_000);
});
