import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderError } from '../../src/disk/folder-error.js';
import { checkFolders } from '../../src/disk/folders.js';
import { listSources } from '../../src/disk/list.js';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';

/** The folders with those for what is remembered in their usual place. */
function foldersOf(articles: string, output: string) {
  return checkFolders({ articles, output, state: join(articles, '.feedmill') });
}

function refusal(articles: string, output: string): unknown {
  try {
    foldersOf(articles, output);
    return undefined;
  } catch (error) {
    return error instanceof FolderError ? error.problems.map(({ message }) => message) : error;
  }
}

describe('an articles folder that cannot be used', () => {
  it('is refused where it does not exist', () => {
    const folder = folderOf({});
    const articles = join(folder, 'nowhere');
    expect(refusal(articles, join(folder, 'out'))).toEqual([
      `Cannot read articles folder "${articles}": it does not exist`,
    ]);
  });

  it('is refused where it is a file', () => {
    const articles = join(folderOf({ 'a.md': '' }), 'a.md');
    expect(refusal(articles, `${articles}-out`)).toEqual([
      `Cannot read articles folder "${articles}": it is not a folder`,
    ]);
  });

  it('is refused together with an output folder that cannot be used either', () => {
    const folder = folderOf({ 'out.xml': '' });
    expect(refusal(join(folder, 'nowhere'), join(folder, 'out.xml'))).toHaveLength(2);
  });
});

describe('an output folder', () => {
  it('may be anywhere beside the articles, and need not exist', () => {
    const folder = folderOf({ 'articles/a.md': '' });
    const folders = foldersOf(join(folder, 'articles'), join(folder, 'not/yet'));
    expect(folders.keepOut).toBeUndefined();
    expect(folders.skip('a', true)).toBe(false);
  });

  it('may have a name that begins like that of the articles folder', () => {
    const folder = folderOf({ 'articles/a.md': '', 'articles-out/': '' });
    const { keepOut, skip } = foldersOf(join(folder, 'articles'), join(folder, 'articles-out'));
    expect([keepOut, skip('-out', true)]).toEqual([undefined, false]);
  });

  it('is refused where it is the articles folder', () => {
    const folder = folderOf({ 'a.md': '' });
    expect(refusal(folder, folder)).toEqual([
      `Cannot use output folder "${folder}": it is the articles folder itself`,
    ]);
  });

  it('is refused where it is the articles folder by way of a link', () => {
    const folder = folderOf({ 'articles/a.md': '' });
    symlinkSync(join(folder, 'articles'), join(folder, 'out'), 'junction');
    expect(refusal(join(folder, 'articles'), join(folder, 'out'))).toHaveLength(1);
  });

  it('is left out of the articles where it lies among them', () => {
    const folder = folderOf({ 'a.md': '', 'site/out/feed.md': '', 'site/b.md': '' });
    const { skip } = foldersOf(folder, join(folder, 'site/out'));
    expect([...listSources(folder, { skip }).sources.keys()].sort()).toEqual(['a.md', 'site/b.md']);
  });

  it.skipIf(onWindows)('is left out where only its real path lies among the articles', () => {
    const folder = folderOf({ 'articles/a.md': '', 'articles/out/feed.md': '' });
    symlinkSync(join(folder, 'articles/out'), join(folder, 'public'));
    const { skip } = foldersOf(join(folder, 'articles'), join(folder, 'public'));
    expect(skip('out', true)).toBe(true);
  });

  it('says where the articles lie in it, so that no document lands there', () => {
    const folder = folderOf({ 'site/content/a.md': '' });
    expect(foldersOf(join(folder, 'site/content'), folder).keepOut).toBe('site/content');
  });

  it('says so though the articles are reached by way of a link', () => {
    const folder = folderOf({ 'site/content/a.md': '' });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'site/content'), join(folder, 'elsewhere/articles'), 'junction');
    expect(foldersOf(join(folder, 'elsewhere/articles'), join(folder, 'site')).keepOut).toBe('content');
  });
});
