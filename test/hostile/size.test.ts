import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { type Published, readDocuments } from '../support/documents.js';
import { folderOf } from '../support/folder.js';
import { good } from '../support/publish.js';

/** Machines that run tests are shared. In milliseconds. */
const slow = 300_000;

/** Runs the program on a folder, with no more memory than an article may take, and reads what it published. */
function run(folder: string, ...options: string[]): { entries: Published[]; codes: string[] } {
  const output = join(folder, 'out');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=384',
      inject('program'),
      'build',
      join(folder, 'in'),
      '-o',
      output,
      '--json',
      ...options,
    ],
    { encoding: 'utf8', timeout: slow, maxBuffer: 100_000_000 },
  );
  expect(status, stderr.slice(-2000)).toBe(0);
  const codes = [...stdout.matchAll(/"code":"([\w-]+)"/g)].map(([, code = '']) => code);
  return { entries: readDocuments(output), codes };
}

function folderWith(name: string, text: string): string {
  const folder = folderOf({ 'in/good.md': good });
  writeFileSync(join(folder, 'in', name), text);
  return folder;
}

it(
  'a file of a hundred megabytes, and a line of fifty, are refused with a problem',
  () => {
    const folder = folderOf({ 'in/good.md': good });
    mkdirSync(join(folder, 'in/large'));
    for (const [name, size] of [
      ['a.md', 100_000_000],
      ['b.txt', 50_000_000],
    ] as const) {
      writeFileSync(join(folder, 'in/large', name), 'x');
      truncateSync(join(folder, 'in/large', name), size);
    }
    const { entries, codes } = run(folder);
    expect(entries.map(({ title }) => title)).toEqual(['Good']);
    expect(codes.filter((code) => code === 'file-too-large')).toHaveLength(2);
  },
  slow,
);

/** What holds of one megabyte and its limit holds of ten and theirs: all that is counted grows with it. */
const size = 900_000;
const small = folderWithConfig('maxFileSize: 1 MB\n');

function folderWithConfig(text: string): (folder: string) => readonly string[] {
  return (folder) => {
    writeFileSync(join(folder, 'small.yaml'), text);
    return ['-c', join(folder, 'small.yaml')];
  };
}

const many = (text: string) => text.repeat(Math.ceil(size / text.length));

it.each([
  ['emphasis without end', 'a.md', many('*a **b ')],
  ['brackets without end', 'a.md', many('[a](')],
  ['quotes within quotes', 'a.md', many('> ')],
  ['footnotes', 'a.md', `[^1]: note\n\n${many('[^1]')}`],
  ['template tags', 'a.md', many('{{a {% b ')],
  ['rows of a table', 'a.md', `|a|b|\n|-|-|\n${many('|x|y|\n')}`],
  ['elements within elements', 'a.md', many('<b><p>')],
  ['blank lines', 'a.rst', many('a::\n\n')],
  ['elements within elements of a page', 'a.html', `<title>A</title><body>${many('<div><b>a')}`],
  ['addresses', 'a.html', `<title>A</title><body>${many('<a href=b>c</a> ')}`],
])(
  'a megabyte of %s is cut or made plain, with a problem, and all else is published',
  (_, name, text) => {
    const folder = folderWith(name, text);
    const { entries, codes } = run(folder, ...small(folder));
    expect(entries).toHaveLength(2);
    expect(codes.filter((code) => code === 'cut-off' || code === 'html-too-deep')).not.toEqual([]);
  },
  slow,
);

it.each([
  ['one long word', 'a.md', many('a')],
  ['one long line', 'a.txt', many('word ')],
  ['white space', 'a.md', `a${many(' ')}b`],
  [
    'commas for a list of sources',
    'a.html',
    `<title>A</title><img srcset="${','.repeat(8000)}">${many('word ')}`,
  ],
])(
  'a megabyte of %s is read',
  (_, name, text) => {
    expect(run(folderWith(name, text)).entries).toHaveLength(2);
  },
  slow,
);

it.each(['a.md', 'a.html', 'a.rst'])(
  'a hundred thousand elements within each other in %s are text',
  (name) => {
    const { entries, codes } = run(folderWith(name, `top${'<div>'.repeat(100_000)}deep`));
    expect(entries.find(({ title }) => title !== 'Good')?.content).toContain('top');
    if (name !== 'a.rst') expect(codes).toContain('html-too-deep');
  },
);

it(
  'one address of half a megabyte that is referred to thousands of times makes no gigabytes',
  () => {
    const { entries, codes } = run(
      folderWith('a.md', `[a]: ${'b'.repeat(500_000)}\n\n${'[a]'.repeat(30_000)}`),
    );
    expect(codes).toContain('html-too-deep');
    expect(entries.every(({ content }) => content.length < 3_000_000)).toBe(true);
  },
  slow,
);

it(
  'a larger limit in the config publishes what was cut',
  () => {
    const folder = folderWith('a.md', `${'A *sentence* of [some](b) length.\n\n'.repeat(2_000)}The end.\n`);
    const isWhole = (config: string) => {
      const { entries } = run(folder, ...folderWithConfig(config)(folder));
      return entries.some(({ content }) => content.includes('The end.'));
    };
    expect(isWhole('maxFileSize: 1 MB\n')).toBe(false);
    expect(isWhole('maxFileSize: 10 MB\n')).toBe(true);
  },
  slow,
);
