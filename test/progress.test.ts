import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../src/build.js';
import { Crew, type Progress, type Terms } from '../src/crew.js';
import { sampleConfig } from './support/config.js';
import { folderOf } from './support/folder.js';

const source = { path: 'a.md', size: 1, stamp: '', modified: 0 };
const nobody = () => ({ people: new Map() });

it('what is shared at the same time is told as one', async () => {
  const told: Progress[] = [];
  const crew = new Crew({} as Terms, 0, (progress) => told.push(progress));
  const share = (many: number) =>
    crew.share('read', Array(many).fill({ source }), nobody, () => ({ problems: [] }) as never);
  await Promise.all([share(2000), share(3000)]);
  expect(told.map(({ done }) => done)).toEqual(Array.from({ length: 20 }, (_, at) => (at + 1) * 250));
  expect(told.at(-1)).toEqual({ kind: 'read', done: 5000, total: 5000 });
  told.length = 0;
  await share(1500);
  expect(told.at(-1)).toEqual({ kind: 'read', done: 1500, total: 1500 });
});

it('a build tells of articles that it reads and of documents that it writes, where they are many', async () => {
  const article = (at: number) => `---\ntitle: Storm ${at}\ndate: 2026-05-06\n---\n\nWind.\n`;
  const articles = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`in/${at}.md`, article(at)]));
  const cwd = folderOf(articles);
  const told: Progress[] = [];
  const config = sampleConfig({
    articles: join(cwd, 'in'),
    output: join(cwd, 'out'),
    state: join(cwd, 'state'),
    limit: 20,
    archive: true,
    workers: 0,
  });
  const { documents } = await build(config, (progress) => told.push(progress));
  const total = documents.written.length;
  expect(total).toBeGreaterThan(100);
  expect(told.filter(({ kind }) => kind === 'read').at(-1)).toMatchObject({ done: 1500, total: 1500 });
  expect(told.filter(({ kind }) => kind === 'write').map(({ done }) => done)).toEqual(
    Array.from({ length: total }, (_, at) => at + 1),
  );
  expect(told.at(-1)).toEqual({ kind: 'write', done: total, total });
  told.length = 0;
  await build(config, (progress) => told.push(progress));
  expect(told).toEqual([]);
});
