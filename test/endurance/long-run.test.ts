import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventually } from '../watch/recorder.js';
import { article, place, putAll } from './support/deeds.js';
import { converged, takenIn } from './support/fresh.js';
import { seeded } from './support/seeded.mjs';
import { sizeOf, slopeOf, type Vitals, vitalsOf } from './support/vitals.js';
import { long, type Program, running } from './support/watching.js';

const config = { limit: 50, watch: { settle: 20 } };
const megabyte = 1_000_000;

/** How a program was after so many changes. */
interface Point extends Vitals {
  readonly changes: number;
  readonly heap: number;
  readonly ledger: number;
  readonly cache: number;
}

async function pointOf(program: Program, changes: number): Promise<Point> {
  const heap = await program.heap();
  const ledger = sizeOf(join(program.cwd, 'state/ledger.ndjson'));
  const cache = sizeOf(join(program.cwd, 'state/cache/articles'));
  return { changes, heap, ledger, cache, ...vitalsOf(program.pid) };
}

/**
 * Makes many changes, some at a time, and looks at the program now and then.
 *
 * @param act makes some changes; gives how many
 */
async function lifeOf(
  program: Program,
  what: string,
  total: number,
  act: (round: number) => number,
): Promise<readonly Point[]> {
  const points: Point[] = [];
  let changes = 0;
  for (let round = 0; changes < total; round++) {
    changes += act(round);
    await takenIn(program);
    if (changes >= (total * points.length) / 20) points.push(await pointOf(program, changes));
  }
  const half = points.slice(Math.floor(points.length / 2));
  const per = (of: (point: Point) => number) =>
    `${((slopeOf(half.map((point) => [point.changes, of(point)])) * 10_000) / megabyte).toFixed(3)} MB`;
  const [first, last] = [points[1], points.at(-1)];
  console.log(
    `${what}: ${changes} changes in ${program.turns.length} turns; to 10,000 changes heap ${per(({ heap }) => heap)}, ` +
      `resident ${per(({ resident }) => resident)}, ledger ${per(({ ledger }) => ledger)}\n` +
      `from ${JSON.stringify(first)}\nto   ${JSON.stringify(last)}`,
  );
  return points;
}

/** That nothing has become more in the second half of a life, and nothing is held in the end that was not at the least. */
async function expectFlat(program: Program, points: readonly Point[], most = megabyte): Promise<void> {
  const half = points.slice(Math.floor(points.length / 2));
  const changes = (half.at(-1)?.changes ?? 0) - (half[0]?.changes ?? 0);
  const grown = slopeOf(half.map((point) => [point.changes, point.heap])) * changes;
  // In a short life the slope says nothing: what it comes to has to be within the noise all the same.
  expect(grown).toBeLessThan(Math.max(2 * megabyte, (most * changes) / 10_000));
  const least = (of: (vitals: Vitals) => number) => Math.min(...points.map(of));
  await eventually(() => {
    const { descriptors, threads } = vitalsOf(program.pid);
    expect(descriptors).toBeLessThanOrEqual(least((point) => point.descriptors));
    expect(threads).toBeLessThanOrEqual(least((point) => point.threads));
  });
}

/** Seconds of a processor to a second, over some seconds in which nothing happens. */
async function idleOf(program: Program): Promise<number> {
  const seconds = long ? 60 : 2;
  await pause(1000);
  const before = vitalsOf(program.pid).processor;
  await pause(seconds * 1000);
  const used = (vitalsOf(program.pid).processor - before) / seconds;
  console.log(`Idle: ${(used * 100).toFixed(2)} % of a processor`);
  return used;
}

describe.skipIf(process.platform !== 'linux')('a long life changes nothing', { timeout: 3_600_000 }, () => {
  it('though all kinds of changes come again and again', async () => {
    const cwd = place();
    const articles = join(cwd, 'articles');
    const number = long ? 2000 : 100;
    const pathOf = (n: number) => `s${n % 10}/t${n % 40}/${n}.md`;
    const all = Array.from({ length: number }, (_, n) => pathOf(n));
    putAll(articles, all);
    const program = await running({ cwd, config });
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
    console.log(`seed ${seed}`);
    const chance = seeded(seed);
    const upTo = (count: number) => Math.floor(chance() * count);
    const at = (path: string) => join(articles, path);
    const away = join(cwd, 'away');
    const batch = long ? 1000 : 30;
    const points = await lifeOf(program, 'All kinds', long ? 100_000 : 300, (round) => {
      for (let change = 0; change < batch; change++) {
        const path = pathOf(upTo(number));
        const kind = upTo(10);
        if (kind < 5) putAll(articles, [path], upTo(1e6));
        else if (kind < 7) rmSync(at(path), { force: true });
        else if (kind < 8) rmSync(at(`media/${upTo(20)}`), { recursive: true, force: true });
        else if (kind < 9) putAll(articles, [`media/${upTo(20)}/${upTo(20)}.md`], upTo(1e6));
        else {
          putAll(articles, [path], upTo(1e6));
          const next = at(pathOf(upTo(number)));
          mkdirSync(dirname(next), { recursive: true });
          renameSync(at(path), next);
        }
      }
      if (round % 5 === 0) {
        mkdirSync(at('s3'), { recursive: true });
        renameSync(at('s3'), away);
        if (round % 10 === 0) rmSync(away, { recursive: true });
        else renameSync(away, at('s3'));
      }
      return batch;
    });
    // Every path is there in the end, as in the beginning.
    putAll(articles, all);
    for (let n = 0; n < 20; n++) rmSync(at(`media/${n}`), { recursive: true, force: true });
    await converged(program, 'After that');
    await expectFlat(program, points);
    const bytes = (number + 400) * 1500;
    expect(points.at(-1)?.ledger).toBeLessThan(2 * bytes);
    expect(points.at(-1)?.cache).toBeLessThan(2 * bytes + 2 * megabyte);
    const folders = 1 + 10 + 40 + 1;
    await eventually(() => expect(vitalsOf(program.pid).watches).toBe(folders));
    // The clock of the system ticks a hundred times a second: over so few of them, one more or less is much.
    expect(await idleOf(program)).toBeLessThan(long ? 0.01 : 0.03);
    expect(program.problems).toEqual([]);
  });

  it('though one file is saved again and again, and another one that cannot be read', async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), ['a.md', 'b.md']);
    const program = await running({ cwd, config });
    const points = await lifeOf(program, 'One file', long ? 4000 : 24, (round) => {
      putAll(program.articles, ['a.md'], round);
      const bad = `---\ntitle: [Bad ${round}\ndate: nonsense\n---\n\nWords ![](missing-${round}.png)\n`;
      writeFileSync(join(program.articles, 'bad.md'), bad);
      return 2;
    });
    await converged(program, 'After that');
    await expectFlat(program, points, 2 * megabyte);
    expect(points.at(-1)?.ledger).toBeLessThan(100_000);
    expect(points.at(-1)?.cache).toBeLessThan(2 * megabyte);
    // What is wrong is told each time it is found, and by turns that found it alone.
    expect(program.turns.at(-1)?.problems.length).toBeLessThan(5);
  });

  it('though files with new names come and go, but for a line of the ledger for each', async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), ['a.md']);
    const program = await running({ cwd, config });
    const batch = long ? 200 : 20;
    const pathsOf = (round: number) =>
      Array.from({ length: batch }, (_, n) => `r${round}/${n % 4}/${round}-${n}.md`);
    const points = await lifeOf(program, 'New names', long ? 20_000 : 240, (round) => {
      putAll(program.articles, pathsOf(round), round);
      if (round > 0) rmSync(join(program.articles, `r${round - 1}`), { recursive: true });
      return 2 * batch;
    });
    await converged(program, 'After that');
    const [first, last] = [points[points.length >> 1], points.at(-1)];
    const removed = ((last?.changes ?? 0) - (first?.changes ?? 0)) / 2;
    const each = ((last?.heap ?? 0) - (first?.heap ?? 0)) / removed;
    const line = ((last?.ledger ?? 0) - (first?.ledger ?? 0)) / removed;
    console.log(
      `A removed article takes ${each.toFixed(0)} bytes of memory, ${line.toFixed(0)} of the ledger`,
    );
    expect(line).toBeLessThan(1000);
    if (long) expect(each).toBeLessThan(4000);
    await eventually(() => expect(vitalsOf(program.pid).watches).toBe(6));
  });

  it('though pictures and passing files come and go, of which nothing is remembered', async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), ['a.md']);
    const program = await running({ cwd, config });
    const batch = long ? 500 : 30;
    const points = await lifeOf(program, 'Passing files', long ? 50_000 : 300, (round) => {
      const { articles } = program;
      mkdirSync(join(articles, 'p'), { recursive: true });
      for (let n = 0; n < batch; n++) {
        const name = join(articles, `p/${round}-${n}`);
        if (n % 2 === 0) writeFileSync(`${name}.png`, `${n}`);
        else writeFileSync(`${name}.md`, article(`Passing ${n}`));
        if (n % 2 === 1) rmSync(`${name}.md`);
      }
      if (round % 2 === 1) rmSync(join(articles, 'p'), { recursive: true });
      return 2 * batch;
    });
    await converged(program, 'After that');
    await expectFlat(program, points);
    expect(points.at(-1)?.ledger).toBeLessThan(100_000);
  });
});
