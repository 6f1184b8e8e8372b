import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { Watcher } from '../../src/watch.js';
import { folderOf } from '../support/folder.js';
import { eventually, freshly, type Recorder, recorder, watching } from './recorder.js';

/** Whoever watches in a test; they are ended after it. */
export const watchers: Watcher[] = [];

afterEach(async () => {
  await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
});

/** Watches a folder with these files, after the first turn. */
export async function watched(
  files: Readonly<Record<string, string>> = {},
  settings: Parameters<typeof watching>[2] = {},
): Promise<{ root: string; mill: Recorder; watcher: Watcher }> {
  const root = folderOf({ 'articles/': '', ...underArticles(files) });
  return begin(join(root, 'articles'), settings);
}

export async function begin(
  root: string,
  settings: Parameters<typeof watching>[2] = {},
): Promise<{ root: string; mill: Recorder; watcher: Watcher }> {
  const mill = recorder(root);
  const watcher = watching(root, mill, settings);
  watchers.push(watcher);
  await watcher.ready;
  return { root, mill, watcher };
}

function underArticles(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`articles/${path}`, text]));
}

/** Waits until the documents are what a fresh build would give. */
export function current({ root, mill }: { root: string; mill: Recorder }): Promise<void> {
  return eventually(() => expect(mill.documents).toEqual(freshly(root)));
}

/** Runs a script beside this process, as other programs do. */
export async function beside(script: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['-e', `const fs = require('node:fs');${script}`, ...args], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}
