import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheFile } from '../../../src/disk/state/cache-file.js';
import { folderOf } from '../../support/folder.js';
import { leftBy } from '../../support/left.js';

/** A cache whose file is closed when the test is over. */
function cacheIn(folder: string): CacheFile {
  const cache = new CacheFile(folder);
  onTestFinished(() => cache.close());
  return cache;
}

/** What a cache holds, in full. */
function heldIn(folder: string): [rows: string, more: string][] {
  const cache = new CacheFile(folder);
  const held = cache.read().map(({ rows, more }): [string, string] => [rows, more(0, 8)]);
  cache.close();
  return held;
}

/** A cache of two pieces. */
function twoPieces(): { folder: string; file: string } {
  const folder = folderOf({});
  const cache = cacheIn(folder);
  cache.replace(['a\n', 'b\n'], ['first', '...']);
  cache.append(['c\n'], ['second..']);
  return { folder, file: join(folder, 'cache/articles') };
}

const first: [string, string] = ['a\nb\n', 'first...'];
const second: [string, string] = ['c\n', 'second..'];

describe('a cache', () => {
  it('gives back its pieces in the order in which they were written', () => {
    const { folder } = twoPieces();
    expect(heldIn(folder)).toEqual([first, second]);
    expect(readdirSync(join(folder, 'cache'))).toEqual(['articles']);
  });

  it('that is cut off anywhere holds the pieces before, and is written anew next', () => {
    const { folder, file } = twoPieces();
    const whole = readFileSync(file);
    const end = 35 + 12;
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(heldIn(folder)).toEqual(length < end ? [] : [first]);
      const cache = cacheIn(folder);
      cache.read();
      expect(cache.isWorn).toBe(length !== end);
    }
  });

  it('with any byte altered gives no rows that were not written', () => {
    const { folder, file } = twoPieces();
    const whole = readFileSync(file);
    const law = fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ by;
      writeFileSync(file, bytes);
      for (const [rows] of heldIn(folder)) expect(['a\nb\n', 'c\n']).toContain(rows);
    });
    fc.assert(law, { numRuns: 500 });
  });

  it('reads on from the file as it was when another takes its place', () => {
    const { folder } = twoPieces();
    const cache = cacheIn(folder);
    const pieces = cache.read();
    new CacheFile(folder).replace(['x\n'], ['other...']);
    expect(pieces[1]?.more(0, 6)).toBe('second');
  });

  it('is not added to where somebody else did', () => {
    const { folder, file } = twoPieces();
    const cache = cacheIn(folder);
    cache.read();
    appendFileSync(file, 'x');
    cache.append(['d\n'], []);
    expect(heldIn(folder)).toEqual([first, second]);
    expect(cache.isWorn).toBe(true);
  });

  it.each<[string, (folder: string) => void]>([
    ['is a folder', (folder) => mkdirSync(join(folder, 'cache/articles'), { recursive: true })],
    ['lies in a file', (folder) => writeFileSync(join(folder, 'cache'), 'x')],
    ['lies behind a link that leads nowhere', (folder) => symlinkSync('nowhere', join(folder, 'cache'))],
  ])('that %s is none, and troubles nobody', (_name, spoil) => {
    const folder = folderOf({});
    spoil(folder);
    const cache = cacheIn(folder);
    expect(cache.read()).toEqual([]);
    cache.append(['a\n'], []);
    cache.replace(['a\n'], []);
    cache.remove();
    expect(cache.isWorn).toBe(true);
  });

  it('sweeps away what a killed run left', () => {
    const { folder } = twoPieces();
    writeFileSync(join(folder, 'cache', leftBy(999_999_999)), 'x');
    cacheIn(folder).read();
    expect(readdirSync(join(folder, 'cache'))).toEqual(['articles']);
  });
});
