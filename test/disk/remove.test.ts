import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { leftBy } from '../support/left.js';
import { onWindows, put } from '../support/put.js';
import { filesIn, write } from './output.js';

describe('documents that are no longer made', () => {
  it('are removed, with the folders that are empty then', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1', 'tags/b/rss.xml': '1' });
    expect(await write(output, { 'rss.xml': '1', 'tags/b/rss.xml': '1' })).toMatchObject({
      removed: ['tags/a/rss.xml'],
    });
    expect(readdirSync(join(output, 'tags'))).toEqual(['b']);
    await write(output, { 'rss.xml': '1' });
    expect(readdirSync(output).sort()).toEqual(['.feedmill.json', 'rss.xml']);
  });

  it('are removed after a crash, too: the manifest names a document before it is written', async () => {
    const output = folderOf({ 'tags/a/rss.xml': '' });
    mkdirSync(join(output, 'rss.xml'));
    await write(output, { 'rss.xml': 'cannot be written over a folder', 'tags/b/rss.xml': '1' });
    const manifest: unknown = JSON.parse(readFileSync(join(output, '.feedmill.json'), 'utf8'));
    expect(manifest).toEqual({ feedmill: 1, documents: ['rss.xml', 'tags/b/rss.xml'] });
  });

  it('are forgotten where somebody removed them already', async () => {
    const output = folderOf({});
    writeFileSync(
      join(output, '.feedmill.json'),
      JSON.stringify({ feedmill: 1, documents: ['gone.xml', 'no/rss.xml'] }),
    );
    expect(await write(output, { 'rss.xml': '1' })).toMatchObject({ removed: [], problems: [] });
  });

  it.each([
    ['../precious.xml'],
    ['/etc/hostname'],
    ['a/../../precious.xml'],
    ['./precious.xml'],
    ['C:/precious.xml'],
    [''],
  ])('are never looked for outside the folder: %s', async (name) => {
    const folder = folderOf({ 'precious.xml': 'precious', 'out/': '' });
    const output = join(folder, 'out');
    writeFileSync(join(output, '.feedmill.json'), JSON.stringify({ feedmill: 1, documents: [name] }));
    const { removed, problems } = await write(output, { 'rss.xml': '1' });
    expect(removed).toEqual([]);
    expect(problems).toMatchObject([{ code: 'document-unremoved' }]);
    expect(filesIn(folder)).toEqual({
      'precious.xml': 'precious',
      'out/rss.xml': '1',
    });
    expect((await write(output, { 'rss.xml': '1' })).problems).toEqual([]);
  });

  it.skipIf(onWindows)('are never removed by way of a link that leads out of the folder', async () => {
    const folder = folderOf({ 'elsewhere/a/rss.xml': 'precious' });
    const output = join(folder, 'out');
    await write(output, { 'tags/a/rss.xml': '1' });
    await write(output, {});
    symlinkSync('../elsewhere', join(output, 'tags'));
    writeFileSync(
      join(output, '.feedmill.json'),
      JSON.stringify({ feedmill: 1, documents: ['tags/a/rss.xml'] }),
    );
    const { problems } = await write(output, { 'tags/b/rss.xml': '2' });
    expect(problems.map(({ message }) => message).sort()).toEqual([
      'Cannot remove document "tags/a/rss.xml": "tags" is a link',
      'Cannot write document "tags/b/rss.xml": "tags" is a link',
    ]);
    expect(filesIn(join(folder, 'elsewhere'))).toEqual({ 'a/rss.xml': 'precious' });
  });

  it.each([
    ['is broken', '{"feedmill": 1, "docu'],
    ['is foreign', '{"name": "something else"}'],
    ['is from a later version', '{"feedmill": 2, "documents": ["rss.xml"]}'],
    ['holds no names', '{"feedmill": 1, "documents": [1]}'],
  ])('stay where the manifest %s; that is told, and the manifest is left as it is', async (_, content) => {
    const output = folderOf({ '.feedmill.json': content, 'atom.xml': 'stays' });
    const result = await write(output, { 'rss.xml': '1' });
    expect(result).toMatchObject({ written: ['rss.xml'], removed: [] });
    expect(result.problems).toMatchObject([{ code: 'manifest-unusable', level: 'warning' }]);
    expect(filesIn(output)).toEqual({ 'atom.xml': 'stays', 'rss.xml': '1' });
    expect(readFileSync(join(output, '.feedmill.json'), 'utf8')).toBe(content);
  });
});

describe('what a killed run left', () => {
  it('is swept from every folder that documents lie in, also from one that is no longer used', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1', 'tags/b/rss.xml': '1' });
    const left = [leftBy(4_194_400), leftBy(process.pid)];
    for (const name of left)
      for (const folder of ['', 'tags/a', 'tags/b']) put(output, join(folder, name), 'half');
    rmSync(join(output, 'tags/b/rss.xml'));
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1' });
    expect(filesIn(output)).toEqual({ 'rss.xml': '1', 'tags/a/rss.xml': '1' });
    expect(existsSync(join(output, 'tags/b'))).toBe(false);
  });

  it('is told from the files of another run that lives, and of anybody else', async () => {
    const names = [leftBy(process.ppid), '.feedmill-1.tmp', 'feedmill.tmp'];
    const output = folderOf(Object.fromEntries(names.map((name) => [name, 'not mine'])));
    await write(output, { 'rss.xml': '1' });
    expect(Object.keys(filesIn(output)).sort()).toEqual([...names, 'rss.xml'].sort());
  });

  it('is told from the files of another machine that writes there, until those are old', async () => {
    const name = leftBy(4_194_400, 'elsewhere');
    const output = folderOf({ [name]: 'half' });
    await write(output, { 'rss.xml': '1' });
    expect(Object.keys(filesIn(output)).sort()).toEqual([name, 'rss.xml']);
    const before = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(output, name), before, before);
    await write(output, { 'rss.xml': '2' });
    expect(filesIn(output)).toEqual({ 'rss.xml': '2' });
  });
});
