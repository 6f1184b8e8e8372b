import { expect, it } from 'vitest';
import { alwaysSkipped } from '../../src/disk/skip.js';

it.each([
  ['.hidden.md'],
  ['posts/.a.md.swp'],
  ['notes.md~'],
  ['#notes.md#'],
  ['posts/.#notes.md'],
  ['posts/4913'],
  ['a.md.swp'],
  ['a.md.part'],
  ['film.mp4.crdownload'],
  ['a.md.TMP'],
  ['~$letter.docx'],
  ['.~lock.letter.odt#'],
  ['.DS_Store'],
  ['pictures/Thumbs.db'],
])('leaves out the temporary file %s', (path) => {
  expect(alwaysSkipped(path, false)).toBe(true);
});

it.each([['.git'], ['.feedmill'], ['node_modules'], ['themes/node_modules']])('does not enter %s', (path) => {
  expect(alwaysSkipped(path, true)).toBe(true);
});

it.each([
  ['a.md'],
  ['_posts/a.md'],
  ['2026/4913.md'],
  ['part'],
  ['what is a swp.txt'],
  ['node_modules.md'],
  ['#1.md'],
])('keeps the file %s', (path) => {
  expect(alwaysSkipped(path, false)).toBe(false);
});

it.each([['_drafts'], ['2026.part'], ['4913'], ['modules']])('enters the folder %s', (path) => {
  expect(alwaysSkipped(path, true)).toBe(false);
});
