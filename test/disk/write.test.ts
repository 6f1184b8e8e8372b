import { chmodSync, linkSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeDocuments } from '../../src/disk/write.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows, put } from '../support/put.js';
import { filesIn, write } from './output.js';

describe('documents', () => {
  it('are written, and folders made for them', async () => {
    const output = join(folderOf({}), 'not/yet');
    const texts = { 'rss.xml': 'rss', 'tags/über/rss.xml': 'tag' };
    expect(await write(output, texts)).toMatchObject({
      written: ['rss.xml', 'tags/über/rss.xml'],
      unchanged: [],
      removed: [],
      problems: [],
    });
    expect(filesIn(output)).toEqual(texts);
  });

  it('are not touched where their bytes are there already', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': 'same', 'atom.xml': 'old' });
    const stampOf = (name: string) => {
      const { ino, mtimeNs, ctimeNs } = statSync(join(output, name), { bigint: true });
      return { ino, mtimeNs, ctimeNs };
    };
    const before = ['rss.xml', '.feedmill.json'].map(stampOf);
    expect(await write(output, { 'rss.xml': 'same', 'atom.xml': 'new' })).toMatchObject({
      written: ['atom.xml'],
      unchanged: ['rss.xml'],
    });
    expect(['rss.xml', '.feedmill.json'].map(stampOf)).toEqual(before);
  });

  it('are written again where somebody changed them, though their size is the same', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': 'mine' });
    put(output, 'rss.xml', 'ours');
    expect(await write(output, { 'rss.xml': 'mine' })).toMatchObject({ written: ['rss.xml'] });
    expect(filesIn(output)).toEqual({ 'rss.xml': 'mine' });
  });

  it('take the place of a file at once: who has the old one open reads it to its end', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': 'old' });
    const before = statSync(join(output, 'rss.xml')).ino;
    await write(output, { 'rss.xml': 'new' });
    expect(statSync(join(output, 'rss.xml')).ino).not.toBe(before);
  });

  it('leave alone whatever else lies in the folder', async () => {
    const output = folderOf({ 'index.html': 'mine', 'tags/readme.txt': 'mine' });
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1' });
    await write(output, {});
    expect(filesIn(output)).toEqual({ 'index.html': 'mine', 'tags/readme.txt': 'mine' });
  });

  it.skipIf(onWindows)('keep the permissions that their files were given', async () => {
    const output = folderOf({ 'rss.xml': 'old' });
    chmodSync(join(output, 'rss.xml'), 0o664);
    await write(output, { 'rss.xml': 'new' });
    expect(statSync(join(output, 'rss.xml')).mode & 0o777).toBe(0o664);
  });

  it('leave alone what another name of the file they replace leads to', async () => {
    const folder = folderOf({ 'out/rss.xml': 'old' });
    linkSync(join(folder, 'out/rss.xml'), join(folder, 'kept.xml'));
    await write(join(folder, 'out'), { 'rss.xml': 'new' });
    expect(filesIn(folder)).toEqual({ 'kept.xml': 'old', 'out/rss.xml': 'new' });
  });

  it.skipIf(onWindows)('replace a link by the document, and leave alone what it leads to', async () => {
    const folder = folderOf({ 'elsewhere.xml': 'precious', 'out/': '' });
    symlinkSync('../elsewhere.xml', join(folder, 'out/rss.xml'));
    await write(join(folder, 'out'), { 'rss.xml': 'new' });
    expect(filesIn(folder)).toEqual({ 'elsewhere.xml': 'precious', 'out/rss.xml': 'new' });
  });
});

describe('a document that cannot be written', () => {
  it('is a problem, and the others are written', async () => {
    const output = folderOf({ 'rss.xml/a': '', tags: 'a file' });
    const result = await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1', 'atom.xml': '1' });
    expect(result.written).toEqual(['atom.xml']);
    expect(result.problems.map(({ level, message }) => [level, message]).sort()).toEqual([
      ['error', expect.stringMatching(/^Cannot write document "rss.xml": /)],
      ['error', 'Cannot write document "tags/a/rss.xml": "tags" is not a folder'],
    ]);
    expect(readdirSync(output).sort()).toEqual(['.feedmill.json', 'atom.xml', 'rss.xml', 'tags']);
  });

  it.skipIf(onWindows)('leaves the old one as it was, and is written once that is possible', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': 'old' });
    asOrdinaryUser(output);
    chmodSync(output, 0o555);
    const { problems } = await write(output, { 'rss.xml': 'new' });
    expect(problems).toMatchObject([{ message: 'Cannot write document "rss.xml": permission denied' }]);
    expect(filesIn(output)).toEqual({ 'rss.xml': 'old' });
    chmodSync(output, 0o755);
    expect(await write(output, { 'rss.xml': 'new' })).toMatchObject({ written: ['rss.xml'], problems: [] });
  });

  it('keeps those as they were that lead to it, and no others', async () => {
    const output = folderOf({});
    const documents = (text: string) =>
      ['archive/1/rss.xml', 'rss.xml', 'tags/a/rss.xml', 'feeds.opml'].map((name) => ({
        name,
        bytes: () => Buffer.from(text),
        ...(name === 'rss.xml' && { leadsTo: ['archive'] }),
        ...(name === 'tags/a/rss.xml' && { leadsTo: ['tags/a/archive'] }),
        ...(name === 'feeds.opml' && { leadsTo: [] }),
      }));
    await writeDocuments(output, documents('old'));
    rmSync(join(output, 'archive/1/rss.xml'));
    mkdirSync(join(output, 'archive/1/rss.xml'));
    const { written, problems } = await writeDocuments(output, documents('new'));
    expect(written).toEqual(['feeds.opml', 'tags/a/rss.xml']);
    expect(problems.at(-1)?.message).toBe(
      'Cannot write document "rss.xml": it leads to "archive/1/rss.xml", which could not be written',
    );
    expect(filesIn(output)).toEqual({ 'feeds.opml': 'new', 'rss.xml': 'old', 'tags/a/rss.xml': 'new' });
    rmSync(join(output, 'archive/1/rss.xml'), { recursive: true });
    expect((await writeDocuments(output, documents('new'))).written).toEqual([
      'archive/1/rss.xml',
      'rss.xml',
    ]);
  });

  it('is told of where the output folder cannot be made', async () => {
    const folder = folderOf({ 'file.txt': '' });
    const output = join(folder, 'file.txt/out');
    expect((await write(output, { 'rss.xml': '1' })).problems).toMatchObject([
      { code: 'output-unusable', level: 'error' },
    ]);
  });
});

describe.skipIf(onWindows)('the names of documents', () => {
  /** What is made durable from now on; each may be refused. */
  async function syncs(folder: string) {
    const file = await open(folder);
    const spy = vi.spyOn(Object.getPrototypeOf(file), 'sync');
    await file.close();
    onTestFinished(() => spy.mockRestore());
    return spy;
  }

  it('are made durable again where that failed, until it succeeds', async () => {
    const output = folderOf({});
    let { standing } = await write(output, { 'rss.xml': 'old' });
    const spy = await syncs(output);
    const failure = Object.assign(new Error('EIO'), { code: 'EIO' });
    spy.mockResolvedValueOnce(undefined);
    for (let times = 0; times < 3; times++) spy.mockRejectedValueOnce(failure);
    const message = `Cannot make sure of output folder "${output}": the disk fails`;
    for (const written of [['rss.xml'], []]) {
      const result = await write(output, { 'rss.xml': 'new' }, { standing });
      expect(result).toMatchObject({ written, problems: [{ code: 'output-not-durable', message }] });
      standing = result.standing;
    }
    const { standing: last, problems } = await write(output, { 'rss.xml': 'new' }, { standing });
    expect(problems).toEqual([]);
    spy.mockClear();
    await write(output, { 'rss.xml': 'new' }, { standing: last });
    expect(spy).not.toHaveBeenCalled();
  });

  it('are made durable where an earlier run may have been killed before it did so', async () => {
    const output = join(folderOf({}), 'out');
    await write(output, { 'tags/a/rss.xml': 'same' });
    const spy = await syncs(output);
    await write(output, { 'tags/a/rss.xml': 'same' });
    // Those of the output folder, of the folders in it, and of the one around it.
    expect(spy).toHaveBeenCalledTimes(4);
  });

  it('are not, where the file system says that this cannot be done', async () => {
    const output = folderOf({});
    const spy = await syncs(output);
    spy.mockImplementation(async function (this: FileHandle) {
      if ((await this.stat()).isDirectory()) throw Object.assign(new Error('EINVAL'), { code: 'EINVAL' });
    });
    expect(await write(output, { 'rss.xml': '1' })).toMatchObject({ written: ['rss.xml'], problems: [] });
  });
});

it('brings the folder to hold exactly what is given, whatever was given before', async () => {
  const name = fc.constantFrom(
    'rss.xml',
    'atom.xml',
    'tags/a/rss.xml',
    'tags/b/rss.xml',
    'tags/b/c/atom.xml',
  );
  const texts = fc.dictionary(name, fc.constantFrom('', 'one', 'two'));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 4 }), async (runs) => {
      const output = folderOf({ 'mine.txt': 'mine' });
      for (const run of runs) {
        const { written, unchanged, problems } = await write(output, run);
        expect(problems).toEqual([]);
        expect([...written, ...unchanged].sort()).toEqual(Object.keys(run).sort());
        expect(filesIn(output)).toEqual({ ...run, 'mine.txt': 'mine' });
      }
    }),
    { numRuns: 50 },
  );
});
