import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDocuments } from '../../src/disk/write.js';
import { folderOf } from '../support/folder.js';
import { filesIn, write } from './output.js';

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
    const documents = ['first', 'second'].map((text) => ({
      name: 'rss.xml',
      bytes: () => Buffer.from(text),
    }));
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
