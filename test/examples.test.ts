import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, inject, it, onTestFinished } from 'vitest';
import { folderOf } from './support/folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The examples in JavaScript that a file shows, in its text or in its docstrings. */
function examplesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^ \* ?/gm, '');
  return [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, example = '']) => example);
}

/** Lays an example down where the package finds itself by its name, as it does where it is installed. */
function lay(example: string, name: string): string {
  const file = join(dirname(inject('program')), name);
  writeFileSync(file, example);
  onTestFinished(() => rmSync(file, { force: true }));
  return file;
}

const runnable = ['README.md', 'src/index.ts'].flatMap((file) =>
  examplesIn(file).map((example, index): [string, string] => [`${file}, example ${index + 1}`, example]),
);

it.each(runnable)('%s runs as it stands', async (name, example) => {
  const cwd = folderOf({
    'articles/storm.md': '---\ntitle: Storm\ndate: 2026-05-06\n---\n\nWind and rain.\n',
  });
  const file = lay(example, `${name.replace(/\W+/g, '-')}.mjs`);
  const child = spawn(process.execPath, [file], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    // A watcher runs until it is told to stop.
    if (output.includes('watching')) child.kill('SIGTERM');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).toMatch(/rss\.xml|^1 /m);
  expect(existsSync(join(cwd, 'public/feed.json'))).toBe(true);
});

it('the example of a config in JavaScript is one', async () => {
  const [example = ''] = examplesIn('src/config/define.ts');
  const file = lay(example, 'feedmill.config.mjs');
  const { default: config } = await import(pathToFileURL(file).href);
  expect(config).toEqual({ site: 'https://example.org/', title: 'The Example' });
});
