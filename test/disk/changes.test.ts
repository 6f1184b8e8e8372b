import { expect, it } from 'vitest';
import { compare, liesIn, parentOf } from '../../src/disk/changes.js';
import type { Source } from '../../src/disk/source.js';

function files(stamps: Readonly<Record<string, string>>): Map<string, Source> {
  return new Map(
    Object.entries(stamps).map(([path, stamp]) => [path, { path, size: 0, modified: 0, stamp }]),
  );
}

it('finds what is new, what is other than it was, and what is gone', () => {
  const after = files({ 'same.md': '1', 'edited.md': '2', 'new.md': '1' });
  expect(compare(files({ 'same.md': '1', 'edited.md': '1', 'gone.md': '1' }), after)).toEqual([
    { path: 'edited.md', source: after.get('edited.md') },
    { path: 'new.md', source: after.get('new.md') },
    { path: 'gone.md' },
  ]);
});

it('finds nothing between two like listings', () => {
  expect(compare(files({ 'a.md': '1' }), files({ 'a.md': '1' }))).toEqual([]);
});

it('takes nothing for gone that may lie in a folder it could not read', () => {
  const before = files({ 'a/b/c.md': '1', 'ab.md': '1' });
  expect(compare(before, new Map(), new Set(['a']))).toEqual([{ path: 'ab.md' }]);
  expect(compare(before, new Map(), new Set(['']))).toEqual([]);
});

it.each([
  ['a/b/c.md', 'a/b', true],
  ['a/b/c.md', 'a', true],
  ['a/b/c.md', '', true],
  ['a/b', 'a/b', true],
  ['ab/c.md', 'a', false],
  ['a', 'a/b', false],
])('knows whether %s lies in %s', (path, place, inside) => {
  expect(liesIn(path, new Set([place]))).toBe(inside);
});

it('knows the folder that holds a path', () => {
  expect(['a/b/c.md', 'a.md', ''].map(parentOf)).toEqual(['a/b', '', '']);
});
