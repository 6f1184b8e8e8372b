import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookInto } from '../../src/disk/ranges.js';
import { folderOf } from '../support/folder.js';

const whole = ({ size, at }: { size: number; at: (from: number, length: number) => Buffer }) =>
  at(0, size).toString();

describe('a file of the articles folder', () => {
  it('can be looked into anywhere, and gives less where it ends', () => {
    const root = folderOf({ 'a/talk.mp3': '0123456789' });
    const { found } = lookInto(root, 'a/talk.mp3', ({ size, at }) => [
      size,
      at(2, 3).toString(),
      at(8, 100).toString(),
      at(10, 1).toString(),
      at(99, 1).toString(),
      at(-1, 1).toString(),
      at(0, 0).toString(),
    ]);
    expect(found).toEqual([10, '234', '89', '', '', '', '']);
  });

  it('is not looked into where it is gone, no file, or somewhere else', () => {
    const outside = folderOf({ 'secret.mp3': 'secret' });
    const root = folderOf({ 'b/talk.mp3': 'talk' });
    mkdirSync(join(root, 'folder.mp3'));
    symlinkSync(join(outside, 'secret.mp3'), join(root, 'link.mp3'));
    symlinkSync(outside, join(root, 'way'));
    symlinkSync('b/talk.mp3', join(root, 'inside.mp3'));
    for (const path of ['gone.mp3', 'folder.mp3', 'link.mp3', 'way/secret.mp3', 'inside.mp3'])
      expect(lookInto(root, path, whole).problem?.code, path).toBe('file-unreadable');
    expect(lookInto(root, 'inside.mp3', whole, 'inside').found).toBe('talk');
    expect(lookInto(root, 'link.mp3', whole, 'inside').problem?.code).toBe('file-unreadable');
    expect(lookInto(root, 'link.mp3', whole, 'anywhere').found).toBe('secret');
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe', { timeout: 20_000 }, () => {
    const root = folderOf({ '.keep': '' });
    writeFileSync(join(root, 'a.mp3'), '');
    execFileSync('mkfifo', [join(root, 'pipe.mp3')]);
    expect(lookInto(root, 'pipe.mp3', whole).problem?.code).toBe('file-unreadable');
    expect(lookInto(root, 'a.mp3', whole).found).toBe('');
  });
});
