import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { build, watch } from '../src/index.js';
import { folderOf } from './support/folder.js';

const storm = '---\ntitle: Storm\ndate: 2026-05-06\n---\n\nWind and rain.\n';
const site = 'https://example.org/';
const patience = { timeout: 20_000, interval: 20 };

async function watched(files: Readonly<Record<string, string>>, rescan = 60_000) {
  const cwd = folderOf(files);
  const given = { articles: join(cwd, 'in'), output: join(cwd, 'out'), site };
  const watcher = await watch({ ...given, watch: { settle: 20, rescan } });
  onTestFinished(() => watcher.close());
  return { ...given, cwd, watcher };
}

function documentsIn(output: string): Record<string, string> {
  const names = readdirSync(output).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(output, name), 'utf8')]));
}

it('the documents always end equal to a fresh build', async () => {
  const { articles, cwd, output } = await watched({
    'in/a.md': storm,
    'in/old/b.md': storm.replace('Storm', 'Old'),
  });
  writeFileSync(join(articles, 'new.md'), storm.replace('Storm', 'New'));
  renameSync(join(articles, 'old'), join(articles, 'moved'));
  rmSync(join(articles, 'a.md'));
  mkdirSync(join(articles, 'x/y/z'), { recursive: true });
  writeFileSync(
    join(articles, 'x/y/z/deep.txt'),
    'Deep water\n\nIt is deeper than anybody had thought it would be.\n',
  );
  const fresh = join(cwd, 'fresh');
  await vi.waitFor(async () => {
    await build({ articles, output: fresh, site });
    expect(documentsIn(output)).toEqual(documentsIn(fresh));
    expect(documentsIn(output)['feed.json']).toContain('Deep water');
  }, patience);
});

it('a document that somebody else removes or alters comes back', async () => {
  const { output } = await watched({ 'in/a.md': storm }, 100);
  const before = documentsIn(output);
  rmSync(join(output, 'rss.xml'));
  writeFileSync(join(output, 'atom.xml'), 'junk');
  await vi.waitFor(() => expect(documentsIn(output)).toEqual(before), patience);
  rmSync(output, { recursive: true });
  await vi.waitFor(() => expect(existsSync(output) && documentsIn(output)).toEqual(before), patience);
});

it('a watcher that is closed follows no more', async () => {
  const { articles, output, watcher } = await watched({ 'in/a.md': storm });
  const before = documentsIn(output);
  await watcher.close();
  writeFileSync(join(articles, 'b.md'), storm);
  await watcher.close();
  expect(documentsIn(output)).toEqual(before);
});
