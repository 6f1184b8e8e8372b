import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { article } from '../article.mjs';
import { bars } from '../bars.mjs';
import { linkTree } from '../link-tree.mjs';
import { median } from '../median.mjs';
import { random } from '../random.mjs';
import { replace } from '../replace.mjs';
import { seen } from '../seen.mjs';
import { verdict } from '../verdict.mjs';
import { watcher } from '../watcher.mjs';

const how =
  'From the rename that puts an article in its place until all three documents on disk hold it. A changed article is one that the feeds show, with another title. Sizes take turns. The settle time is how long a file must stay the same before it is read.';

/** Milliseconds; the first is what a config without it has. */
const settleTimes = [200, 0];
const kinds = /** @type {const} */ (['new', 'changed']);

/**
 * How soon a watch brings a change to the documents.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export async function watch(bench) {
  const rows = [];
  const verdicts = [];
  const sizes = bench.sizes.filter((size) => size <= 100_000);
  for (const settle of settleTimes) {
    bench.say(`watch, settle ${settle} ms`);
    const times = await latencies(bench, sizes, settle);
    for (const kind of kinds) {
      const found = sizes.map((size) => times.get(`${kind} ${size}`) ?? []);
      for (const [at, all] of found.entries()) {
        const name = `${kind} article, settle ${settle} ms`;
        const size = sizes[at]?.toLocaleString('en') ?? '';
        const values = [Math.min(...all), median(all), median(all, 0.95), Math.max(...all)];
        rows.push([name, size, ...values.map((value) => value.toFixed(0))]);
        const { median: usual, late } = bars.watch;
        verdicts.push(
          verdict(`${name}, ${size} articles, median`, median(all), settle + usual, 'ms'),
          verdict(`${name}, ${size} articles, p95`, median(all, 0.95), settle + late, 'ms'),
        );
      }
      const medians = found.map((all) => median(all));
      const spread = sizes.length > 1 ? Math.max(...medians) / Math.min(...medians) : undefined;
      const what = `${kind} article, settle ${settle} ms, slowest size to fastest`;
      if (spread !== undefined) verdicts.push(verdict(what, spread, bars.watch.sizes, '×'));
    }
  }
  const head = ['', 'articles', 'least ms', 'median ms', 'p95 ms', 'most ms'];
  return { sections: [{ title: 'Watch', how, head, rows, verdicts }] };
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {readonly number[]} sizes
 * @param {number} settle
 * @returns {Promise<Map<string, number[]>>} milliseconds, by kind of change and size
 */
async function latencies(bench, sizes, settle) {
  const scratch = join(bench.scratch, 'watch');
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const watchers = [];
  try {
    for (const size of sizes) watchers.push(await started(bench, join(scratch, `${size}`), size, settle));
    const next = random(settle);
    for (let change = 0; change < bench.changes; change++) {
      for (const { size, articles, output } of watchers) {
        for (const kind of kinds) {
          // Changes come at any time, also in relation to the beats of the watch.
          await setTimeout(20 + 40 * next());
          const title = `Change ${change} of ${size}, ${kind}`;
          // What was new in the last round is changed in this one.
          const { path, text } = article(kind === 'new' ? size + change : size + change - 1, size, title);
          const began = replace(scratch, join(articles, path), text);
          const took = (await seen(output, title)) - began;
          const key = `${kind} ${size}`;
          times.set(key, [...(times.get(key) ?? []), took]);
        }
      }
    }
  } finally {
    for (const { close } of watchers) await close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return times;
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {string} home
 * @param {number} size
 * @param {number} settle
 */
async function started(bench, home, size, settle) {
  const articles = linkTree(bench.articles(size), join(home, 'articles'));
  const output = join(home, 'output');
  const config = join(home, 'settle.yaml');
  if (settle !== settleTimes[0]) writeFileSync(config, `watch: {settle: ${settle}}\n`);
  const settings = settle === settleTimes[0] ? {} : { config };
  const { close } = await watcher({
    program: bench.program,
    articles,
    output,
    state: join(home, 'state'),
    ...settings,
  });
  return { size, articles, output, close };
}
