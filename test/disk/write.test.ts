import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WriteOptions, writeDocuments } from '../../src/disk/write.js';
import type { Written } from '../../src/disk/written.js';
import { folderOf } from '../support/folder.js';
import { isAdministrator, onWindows, put } from '../support/put.js';

function write(
  output: string,
  texts: Readonly<Record<string, string>>,
  options?: WriteOptions,
): Promise<Written> {
  const documents = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  return writeDocuments(output, documents, options);
}

/** Every file in a folder by path, but for the manifest. */
function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [
    path.slice(folder.length + 1).replaceAll('\\', '/'),
    readFileSync(path, 'utf8'),
  ]);
  return Object.fromEntries(files.filter(([path]) => !path?.endsWith('.feedmill.json')).sort());
}

describe('documents', () => {
  it('are written, and folders made for them', async () => {
    const output = join(folderOf({}), 'not/yet');
    const texts = { 'rss.xml': 'rss', 'tags/über/rss.xml': 'tag' };
    expect(await write(output, texts)).toEqual({
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

  it.skipIf(onWindows)('replace a link by the document, and leave alone what it leads to', async () => {
    const folder = folderOf({ 'elsewhere.xml': 'precious', 'out/': '' });
    symlinkSync('../elsewhere.xml', join(folder, 'out/rss.xml'));
    await write(join(folder, 'out'), { 'rss.xml': 'new' });
    expect(filesIn(folder)).toEqual({ 'elsewhere.xml': 'precious', 'out/rss.xml': 'new' });
  });
});

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

  it.skipIf(isAdministrator || onWindows)(
    'leaves the old one as it was, and is written once that is possible',
    async () => {
      const output = folderOf({});
      await write(output, { 'rss.xml': 'old' });
      chmodSync(output, 0o555);
      const { problems } = await write(output, { 'rss.xml': 'new' });
      expect(problems).toMatchObject([{ message: 'Cannot write document "rss.xml": permission denied' }]);
      expect(filesIn(output)).toEqual({ 'rss.xml': 'old' });
      chmodSync(output, 0o755);
      expect(await write(output, { 'rss.xml': 'new' })).toMatchObject({ written: ['rss.xml'], problems: [] });
    },
  );

  it('is told of where the output folder cannot be made', async () => {
    const folder = folderOf({ 'file.txt': '' });
    const output = join(folder, 'file.txt/out');
    expect((await write(output, { 'rss.xml': '1' })).problems).toMatchObject([
      { code: 'output-unusable', level: 'error' },
    ]);
  });
});

describe('names', () => {
  it.each([
    ['../rss.xml'],
    ['/tmp/rss.xml'],
    ['a//rss.xml'],
    ['a/./rss.xml'],
    ['a\\rss.xml'],
    ['a\0.xml'],
    ['.feedmill.json'],
    [''],
  ])('that lead elsewhere are refused: %j', async (name) => {
    const folder = folderOf({});
    const result = await write(join(folder, 'out'), { [name]: '1', 'rss.xml': '1' });
    expect(result.problems).toMatchObject([{ code: 'document-name-refused' }]);
    expect(filesIn(folder)).toEqual({ 'out/rss.xml': '1' });
  });

  it('given twice are written once', async () => {
    const output = folderOf({});
    const documents = ['first', 'second'].map((text) => ({ name: 'rss.xml', bytes: Buffer.from(text) }));
    expect(await writeDocuments(output, documents)).toMatchObject({
      written: ['rss.xml'],
      problems: [{ level: 'error' }],
    });
    expect(filesIn(output)).toEqual({ 'rss.xml': 'first' });
  });

  it.each([['content/rss.xml'], ['Content/tags/rss.xml'], ['content']])(
    'among the articles are refused: %s',
    async (name) => {
      const output = folderOf({ 'content/a.md': '' });
      const { problems } = await write(
        output,
        { [name]: '1', 'contents/rss.xml': '1' },
        { keepOut: 'content' },
      );
      expect(problems).toMatchObject([
        { message: `Cannot write document "${name}": it would land among the articles` },
      ]);
      expect(filesIn(output)).toEqual({ 'content/a.md': '', 'contents/rss.xml': '1' });
    },
  );
});

describe('what a killed run left', () => {
  it('is swept from every folder that documents lie in, also from one that is no longer used', async () => {
    const output = folderOf({});
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1', 'tags/b/rss.xml': '1' });
    const left = ['.feedmill-4194400-0123456789abcdef.tmp', `.feedmill-${process.pid}-0123456789abcdef.tmp`];
    for (const name of left)
      for (const folder of ['', 'tags/a', 'tags/b']) put(output, join(folder, name), 'half');
    rmSync(join(output, 'tags/b/rss.xml'));
    await write(output, { 'rss.xml': '1', 'tags/a/rss.xml': '1' });
    expect(filesIn(output)).toEqual({ 'rss.xml': '1', 'tags/a/rss.xml': '1' });
    expect(existsSync(join(output, 'tags/b'))).toBe(false);
  });

  it('is told from the files of another run that lives, and of anybody else', async () => {
    const names = [`.feedmill-${process.ppid}-0123456789abcdef.tmp`, '.feedmill-1.tmp', 'feedmill.tmp'];
    const output = folderOf(Object.fromEntries(names.map((name) => [name, 'not mine'])));
    await write(output, { 'rss.xml': '1' });
    expect(Object.keys(filesIn(output)).sort()).toEqual([...names, 'rss.xml'].sort());
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
