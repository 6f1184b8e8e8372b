import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { eventually } from '../support/program.js';
import { put } from '../support/put.js';
import { between } from './support/proxy.js';
import { realStore } from './support/real-store.js';
import { configFor, configName, differences, documentsIn, publish, toldBy } from './support/site.js';

const store = realStore();

/** So many articles that it takes a while to bring them. */
const many = 100;

/** Between a publisher and the store, when it shall take a while. */
const slowly = { after: 60 };

function manyArticles(words = 'Wind and rain.'): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: many }, (_, at) => [`articles/day-${at}.md`, article(`Day ${at}`, words)]),
  );
}

describe('a publisher that is killed', { timeout: 180_000 }, () => {
  it('leaves no page that leads nowhere, and the next run brings what is missing, and no more', async ({
    skip,
  }) => {
    const { bucket, env } = await store(skip);
    const endpoint = await between(bucket.endpoint, () => slowly);
    const cwd = folderOf({ ...manyArticles(), [configName]: configFor(bucket, { limit: 0 }, { endpoint }) });
    const running = start(cwd, ['publish', '--json'], env);
    await eventually(async () => expect((await bucket.keys()).length).toBeGreaterThan(50));
    await running.stop('SIGKILL');
    const there = await bucket.keys();
    expect(there).not.toContain('index.html');
    expect(there).not.toContain('rss.xml');
    const gone = there.find((name) => name.startsWith('articles/'))?.split('/')[1];
    put(cwd, configName, configFor(bucket, { limit: 0 }));
    rmSync(join(cwd, `articles/${gone}.md`));
    const { code, published } = await publish(cwd, env);
    expect(code).toBe(0);
    expect(published?.uploaded.length).toBeLessThan(documentsIn(cwd).length - 40);
    expect(published?.removed).toEqual([`articles/${gone}/index.html`]);
    expect(await differences(bucket, cwd)).toEqual([]);
  });
});

describe('whoever reads the bucket meanwhile', { timeout: 180_000 }, () => {
  it('finds no document before what it leads to', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const endpoint = await between(bucket.endpoint, () => slowly);
    const config = configFor(bucket, { feeds: 'all', limit: 0 }, { endpoint });
    const cwd = folderOf({ ...manyArticles(), [configName]: config });
    let isOver = false;
    const seen = { parts: 0, whole: 0 };
    const strange: string[] = [];
    const reading = (async () => {
      while (!isOver) {
        const keys = new Set(await bucket.keys());
        const pages = [...keys].filter((key) => key.startsWith('articles/')).length;
        const leading = ['rss.xml', 'atom.xml', 'feed.json', 'feeds.opml', 'index.html'];
        for (const name of leading)
          if (keys.has(name) && pages < many) strange.push(`${name} with ${pages} pages`);
        if (keys.has('index.html') && leading.some((name) => !keys.has(name))) strange.push('index.html');
        seen[keys.has('index.html') ? 'whole' : 'parts']++;
      }
    })();
    const { code } = await publish(cwd, env);
    await bucket.keys();
    isOver = true;
    await reading;
    expect(code).toBe(0);
    expect(strange).toEqual([]);
    expect(seen.parts).toBeGreaterThan(3);
  });
});

describe('two publishers', { timeout: 180_000 }, () => {
  it('of the same articles have nothing against each other', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const files = { ...manyArticles(), [configName]: configFor(bucket, { limit: 0 }) };
    const [one, other] = [folderOf(files), folderOf(files)];
    const both = await Promise.all([publish(one, env), publish(other, env)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await differences(bucket, one)).toEqual([]);
    expect(await differences(bucket, other)).toEqual([]);
  });

  it('do not undo each other: one that was held up gives way to a newer state', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const endpoint = await between(bucket.endpoint, () => slowly);
    const slow = configFor(bucket, { limit: 0 }, { endpoint });
    const old = folderOf({ ...manyArticles('Old.'), [configName]: slow });
    const first = start(old, ['publish', '--json'], env);
    await eventually(async () => expect((await bucket.keys()).length).toBeGreaterThan(50));
    first.child.kill('SIGSTOP');
    const cwd = folderOf({
      ...manyArticles('New.'),
      'articles/day-0.md': article('Another beginning'),
      [configName]: configFor(bucket, { limit: 0 }),
    });
    rmSync(join(cwd, 'articles/day-1.md'));
    const second = await publish(cwd, env);
    expect(second.code).toBe(0);
    expect(await differences(bucket, cwd)).toEqual([]);
    await pause(2500);
    first.child.kill('SIGCONT');
    const { code } = await first.ended;
    expect(code).toBe(0);
    expect(toldBy(first).problems).toMatchObject([{ code: 'published-elsewhere' }]);
    expect(toldBy(first).all).toEqual([]);
    expect(await differences(bucket, cwd)).toEqual([]);
    expect((await publish(cwd, env)).published).toMatchObject({ uploaded: [], removed: [] });
  });
});

describe('feedmill watch', () => {
  it('brings each change in the background, and goes on where it was cut off', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [configName]: configFor(bucket) });
    const running = start(cwd, ['watch', '--json'], env);
    await running.seen('"event":"published"');
    put(cwd, 'articles/calm.md', article('Calm'));
    await running.seen('"event":"published"', 2);
    expect((await bucket.get('rss.xml')).bytes.toString()).toContain('Calm');
    put(cwd, 'articles/wave.md', article('Wave'));
    await running.seen('"entries":3');
    await running.stop('SIGKILL');
    const next = start(cwd, ['watch', '--json'], env);
    await next.seen('"event":"published"');
    expect((await bucket.get('rss.xml')).bytes.toString()).toContain('Wave');
    expect(await differences(bucket, cwd)).toEqual([]);
    expect((await next.stop()).code).toBe(0);
  });
});
