import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { between, type Deed } from '../publish/support/proxy.js';
import { realStore } from '../publish/support/real-store.js';
import { configFor, configName, differences, toldBy } from '../publish/support/site.js';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { type Random, random } from './support/random.js';

const long = process.env.ENDURANCE === 'long';
const seconds = long ? 600 : 6;

const store = realStore();

/** A line as nobody wants it. */
function badLine({ next, whole }: Random): Deed | undefined {
  const chance = next();
  if (chance < 0.03) return 'cut';
  if (chance < 0.06) return 'mute';
  if (chance < 0.08) return { status: 503, headers: { 'Retry-After': '1' } };
  return chance < 0.3 ? { after: whole(1, 300) } : undefined;
}

it('two publishers on bad lines race for one bucket, stand still now and then, and leave the state of one of them', {
  timeout: (seconds + 240) * 1000,
}, async ({ skip }) => {
  const { bucket, env } = await store(skip);
  const chance = random('two publishers');
  const both = await Promise.all(
    [0, 1].map(async () => {
      const endpoint = await between(bucket.endpoint, () => badLine(chance));
      const cwd = folderOf({
        'articles/day-0.md': article('Day 0'),
        [configName]: configFor(bucket, { feeds: 'all' }, { endpoint }),
      });
      return { cwd, running: start(cwd, ['watch', '--json'], env) };
    }),
  );
  for (const { running } of both) await running.seen('"event":"watching"');
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const path = `articles/day-${chance.whole(0, 40)}.md`;
    const words = `Wind ${chance.whole(0, 1_000_000)}`;
    const isGone = chance.next() < 0.2;
    // Not everybody hears of everything at the same time.
    for (const { cwd } of both) {
      if (isGone) rmSync(join(cwd, path), { force: true });
      else put(cwd, path, article(path, words));
      await pause(chance.whole(0, 50));
    }
    const { running } = chance.one(both);
    if (chance.next() > 0.05) continue;
    running.child.kill('SIGSTOP');
    await pause(chance.whole(100, long ? 6000 : 2500));
    running.child.kill('SIGCONT');
  }
  await vi.waitFor(
    async () => {
      const found = await Promise.all(both.map(({ cwd }) => differences(bucket, cwd)));
      expect(found).toContainEqual([]);
      const register = JSON.parse((await bucket.get('.feedmill.json')).bytes.toString());
      expect(register).toMatchObject({ pending: [], doubtful: [] });
    },
    { timeout: 200_000, interval: 1000 },
  );
  for (const { running } of both) {
    const { code } = await running.stop();
    expect(code).toBe(0);
    const codes = new Set(toldBy(running).problems.map(({ code }) => code));
    expect([...codes].filter((one) => !/^(?:published-elsewhere|store-unreachable)$/.test(one))).toEqual([]);
  }
  expect(both.flatMap(({ running }) => toldBy(running).all).length).toBeGreaterThan(0);
  expect(readFileSync(join(both[0]?.cwd ?? '', 'output/rss.xml'), 'utf8')).toContain('<item>');
});
