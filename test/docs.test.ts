import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from '../src/config/load.js';
import { folderOf } from './support/folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith('.md'),
);

/** The configs that a document shows. */
const configs = documents.flatMap((name) => {
  const text = readFileSync(join(root, name), 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, config = ''], at): [string, string] => [
    `${name}, config ${at + 1}`,
    config,
  ]);
});

it('shows configs', () => {
  expect(configs.length).toBeGreaterThan(3);
});

it.each(configs)('%s is one', async (_, config) => {
  const files = {
    'articles/': '',
    'brand/mark.svg': '<svg/>',
    'brand/pages.css': 'a {}',
    'brand/cover.jpg': '',
  };
  const cwd = folderOf({ ...files, 'feedmill.config.yaml': config });
  expect(await loadConfig({ cwd })).toMatchObject({ articles: join(cwd, 'articles') });
});

it.each(documents)('%s leads to files that are there', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  const links = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)\s]*\)/g)].map(([, link = '']) => link);
  const missing = links.filter((link) => !existsSync(join(root, dirname(name), link)));
  expect(missing).toEqual([]);
});

it('tells of every event that programs hear of', () => {
  const reporter = readFileSync(join(root, 'src/commands/json-reporter.ts'), 'utf8');
  const events = [...reporter.matchAll(/\bline\(\s*'([a-z]+)'/g)].map(([, event]) => event);
  expect(events).toContain('published');
  const service = readFileSync(join(root, 'docs/service.md'), 'utf8');
  expect(events.filter((event) => !service.includes(`\n| \`${event}\` |`))).toEqual([]);
});
