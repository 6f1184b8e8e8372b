import { expect, it } from 'vitest';
import { publishOne } from '../support/publish.js';

const article = (title: string, body: string) => `---\ntitle: "${title}"\ndate: 2026-05-06\n---\n\n${body}\n`;

it.each([
  ['a NUL far down', `${'Long. '.repeat(2000)}\u0000end`, 'end'],
  ['C0 controls', 'a\u0001b\u0008c\u000Ed\u001Fe', 'abcde'],
  ['C1 controls', 'a\u0080b\u009Fc', 'abc'],
  ['DEL', 'a\u007Fb', 'ab'],
  ['U+FFFE and U+FFFF', 'a\uFFFEb\uFFFFc', 'abc'],
  ['noncharacters of other planes', 'a\u{1FFFE}b\u{10FFFF}c', 'abc'],
  ['overrides of the direction of text', 'a\u202Egpj.exe\u202C\u202Db', 'agpj.exe'],
  ['references to what XML forbids', 'a&#0;b&#x1;c&#xFFFE;d&#xD800;e', 'e'],
])('of %s nothing comes into a document', async (_, text, left) => {
  for (const path of ['a.md', 'a.txt', 'a.html', 'a.rst']) {
    const { entry } = await publishOne(path, article('Title', text));
    expect(entry?.content).toContain(left);
  }
});

it('a title of controls and overrides is what is left of it', async () => {
  const { entry } = await publishOne(
    'a.md',
    `# Gulls\u202E\u0007 and terns\uFFFE\n\n${'Text. '.repeat(2000)}\u0000\n`,
  );
  expect(entry?.title).toBe('Gulls and terns');
});

it('a title that opens an embedding closes it, so that nothing below is turned around', async () => {
  const { entry } = await publishOne('a.md', article('A \u202B\u2067 b', 'Text.'));
  const opened = entry?.title.match(/[\u202A\u202B\u2066-\u2068]/g)?.length ?? 0;
  const closed = entry?.title.match(/[\u202C\u2069]/g)?.length ?? 0;
  expect(opened).toBe(closed);
});

it('lone surrogates, written as escapes, do no harm wherever they stand', async () => {
  const keys = [
    'title',
    'slug',
    'author',
    'summary',
    'id',
    'link',
    'image',
    'tags',
    'language',
    'date',
    'enclosure',
  ];
  for (const key of keys) {
    const { entry } = await publishOne(
      'a.md',
      `;;;\n{"title": "Terns", "${key}": "a\\ud800b\\udfffc"}\n;;;\nText.\n`,
    );
    expect(entry?.content, key).toBe('<p>Text.</p>');
  }
});

it('a title of one megabyte is shortened, and told of with its line', async () => {
  for (const path of ['a.md', 'a.html', 'a.txt', 'a.rst']) {
    const { entry, problems } = await publishOne(
      path,
      `---\ntags: a\ntitle: ${'gulls and terns '.repeat(65_000 / 16)}\n---\nText of it.\n`,
    );
    expect(entry?.title.length).toBeLessThan(400);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'cut-off', line: 3 }));
  }
  const { entry, problems } = await publishOne(
    'a.md',
    `# ${'gulls and terns '.repeat(65_000)}\n\nText of it.\n`,
  );
  expect(entry?.title.length).toBeLessThan(400);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'cut-off', line: 1 }));
});

it.each([
  [
    'UTF-16 with a mark, little end first',
    Buffer.from('\uFEFF# Terns\n\nGrüße — ok\n', 'utf16le'),
    'Grüße — ok',
  ],
  [
    'UTF-16 with a mark, big end first',
    Buffer.from('\uFEFF# Terns\n\nGrüße — ok\n', 'utf16le').swap16(),
    'Grüße — ok',
  ],
  ['Windows-1252', Buffer.from('# Terns\n\nGr\xFC\xDFe \x97 ok\n', 'latin1'), 'Grüße — ok'],
  [
    'invalid UTF-8',
    Buffer.concat([Buffer.from('# Terns\n\nok '), Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80])]),
    'ok',
  ],
])('%s is decoded', async (_, bytes, text) => {
  const { entry } = await publishOne('a.md', bytes);
  expect(entry?.title).toBe('Terns');
  expect(entry?.content).toContain(text);
});

it('Shift_JIS is decoded where the page says so', async () => {
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="Shift_JIS"><title>Terns</title></head><body><p>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    Buffer.from('</p></body></html>'),
  ]);
  const { entry, problems } = await publishOne('a.html', page);
  expect(entry?.content).toContain('日本');
  expect(problems.map(({ code }) => code)).toContain('encoding-guessed');
});

it.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
  ['an archive', [0x50, 0x4b, 3, 4, 0, 0, 8, 0]],
  ['UTF-32', [0xff, 0xfe, 0, 0, 65, 0, 0, 0]],
  ['UTF-16 without a mark', [...Buffer.from('Terns and gulls', 'utf16le')]],
])('%s that is called an article is refused, with a problem', async (_, bytes) => {
  for (const path of ['a.md', 'a.txt', 'a.html', 'a.rst']) {
    const { entry, problems } = await publishOne(path, Uint8Array.from(bytes));
    expect(entry).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'not-text', level: 'error' }]);
  }
});
