import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSources } from '../../src/disk/list.js';
import { readSource } from '../../src/disk/read.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows, put } from '../support/put.js';

const limit = 1000;

function messageOf(folder: string, path: string): string | undefined {
  return readSource(folder, path, limit).problem?.message;
}

describe('a file', () => {
  it('is read as it is, any bytes', () => {
    const folder = folderOf({});
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: limit }), (bytes) => {
        writeFileSync(join(folder, 'a.md'), bytes);
        const { bytes: read } = { bytes: undefined, ...readSource(folder, 'a.md', limit) };
        expect(Buffer.from(read ?? []).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('comes with the stamp that a listing gives it', () => {
    const folder = folderOf({ 'sub/a.md': 'text' });
    const source = listSources(folder, { skip: () => false }).sources.get('sub/a.md');
    expect(readSource(folder, 'sub/a.md', limit)).toMatchObject({ source });
  });

  it('is what was listed where it still is that, and what it is now where it is not', () => {
    const folder = folderOf({ 'a.md': 'text' });
    const known = listSources(folder, { skip: () => false }).sources.get('a.md');
    if (!known) throw new Error('not listed');
    const { source, bytes } = { source: undefined, bytes: [], ...readSource(folder, 'a.md', limit, known) };
    expect(source).toBe(known);
    for (const now of ['longer text', 'no', '']) {
      put(folder, 'a.md', now);
      expect(readSource(folder, 'a.md', limit, known)).toMatchObject({
        bytes: Buffer.from(now),
        source: { size: now.length },
      });
    }
    expect(readSource(folder, 'a.md', 1, known).problem).toBeUndefined();
    expect(String(bytes)).toBe('text');
  });

  it('is read up to the limit, and above it is a problem that names the limit', () => {
    const folder = folderOf({ 'just.md': 'x'.repeat(limit), 'more.md': 'x'.repeat(limit + 1) });
    expect(readSource(folder, 'just.md', limit)).toMatchObject({ source: { size: limit } });
    expect(messageOf(folder, 'more.md')).toBe(
      'Cannot read the file: its 1001 bytes are more than the limit of 1000',
    );
  });

  it('costs no memory where it is far too large', () => {
    const folder = folderOf({ 'huge.md': '' });
    truncateSync(join(folder, 'huge.md'), 2 ** 34);
    expect(readSource(folder, 'huge.md', limit).problem?.code).toBe('file-too-large');
  });

  it('is a problem, and no exception, where it is gone', () => {
    expect(messageOf(folderOf({}), 'a.md')).toBe('Cannot read the file: it does not exist');
  });

  it.skipIf(onWindows)('is a problem where it may not be read', () => {
    const folder = folderOf({ 'a.md': '' });
    chmodSync(join(folder, 'a.md'), 0);
    asOrdinaryUser(folder);
    expect(messageOf(folder, 'a.md')).toBe('Cannot read the file: permission denied');
  });
});

describe('what is no file', () => {
  it('is not read where it is a folder', () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'x.md'));
    expect(messageOf(folder, 'x.md')).toBe('Cannot read the file: it is a folder');
  });

  it.skipIf(onWindows)('is not followed where it is a link', () => {
    const folder = folderOf({ 'a.md': '' });
    symlinkSync('a.md', join(folder, 'link.md'));
    expect(messageOf(folder, 'link.md')).toBe('Cannot read the file: it is a link');
  });

  it.skipIf(onWindows)('is not waited for where it is a pipe', () => {
    const folder = folderOf({});
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    expect(messageOf(folder, 'pipe.md')).toBe('Cannot read the file: it is neither a file nor a folder');
  });
});

/** Whether two writes one right after the other have different times here; on some systems a clock tick is longer. */
function timesAreFine(): boolean {
  const folder = folderOf({ 'a.md': '' });
  const stamps = ['a', 'b', 'c', 'd'].map((text) => {
    put(folder, 'a.md', text);
    const reading = readSource(folder, 'a.md', limit);
    return reading.problem === undefined ? reading.source.stamp : '';
  });
  return new Set(stamps).size === stamps.length;
}

it('never gives half of one version and half of another', async ({ skip }) => {
  skip(onWindows || !timesAreFine());
  const folder = folderOf({ 'a.md': 'a'.repeat(200_000) });
  const rewrite = `
    const fs = require('node:fs');
    for (let n = 0; ; n++) fs.writeFileSync(process.argv[1], (n % 2 ? 'a' : 'b').repeat(200_000));
  `;
  const writer = spawn(process.execPath, ['-e', rewrite, join(folder, 'a.md')], { stdio: 'ignore' });
  const kinds = new Set<string>();
  const deadline = Date.now() + 20_000;
  try {
    for (let reads = 0; reads < 2000 && Date.now() < deadline; reads++) {
      const reading = readSource(folder, 'a.md', 1_000_000);
      if (reading.problem === undefined) {
        const text = Buffer.from(reading.bytes).toString();
        expect(text.length).toBe(reading.source.size);
        kinds.add(text === '' ? 'empty' : [...new Set(text)].join(''));
      } else {
        kinds.add(reading.problem.code);
      }
      if (reads % 100 === 0) await pause(1);
    }
  } finally {
    writer.kill('SIGKILL');
  }
  expect([...kinds].filter((kind) => kind.startsWith('ab') || kind.startsWith('ba'))).toEqual([]);
  put(folder, 'a.md', 'calm');
  expect(readSource(folder, 'a.md', limit)).toMatchObject({ source: { size: 4 } });
});
