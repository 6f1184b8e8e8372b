import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chart } from './chart.mjs';
import { corpus } from './corpus.mjs';
import { floors } from './floors.mjs';
import { hugoVersion } from './hugo.mjs';
import { machine } from './machine.mjs';
import { measure, tellsAll } from './measure.mjs';
import { options } from './options.mjs';
import { page } from './page.mjs';
import { cold } from './parts/cold.mjs';
import { groups } from './parts/groups.mjs';
import { idle } from './parts/idle.mjs';
import { start } from './parts/start.mjs';
import { unlimited } from './parts/unlimited.mjs';
import { warm } from './parts/warm.mjs';
import { watch } from './parts/watch.mjs';
import { section } from './section.mjs';

/**
 * What the parts of the suite work with.
 *
 * @typedef {object} Bench
 * @property {readonly number[]} sizes
 * @property {string} program the compiled program
 * @property {string} scratch a folder for what is made and removed again
 * @property {number} changes
 * @property {number} idle
 * @property {(size: number) => string} articles a corpus, in the page cache
 * @property {(size: number) => boolean} hugo whether it runs too
 * @property {(size: number, load?: 'light' | 'heavy') => number} rounds
 * @property {(text: string) => void} say
 */

/** @type {Record<string, (bench: Bench) => Found | Promise<Found>>} */
const parts = { start, cold, warm, unlimited, groups, watch, idle };

/** @typedef {{ sections: import('./section.mjs').Section[], points?: import('./chart.mjs').Point[] }} Found */

/**
 * Measures, and prints what was found.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} 0 where every bar is met, 1 where one is missed
 */
async function run(args) {
  const { sizes, only, write, rounds, changes, idle, program } = options(args, Object.keys(parts));
  const home = join(tmpdir(), 'feedmill-bench');
  mkdirSync(home, { recursive: true });
  const scratch = mkdtempSync(join(home, 'run-'));
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));

  const say = (/** @type {string} */ text) => console.error(`… ${text}`);
  if (hugoVersion === undefined) say('Hugo is not installed: nothing is measured against it');
  if (!tellsAll) say('GNU time is not installed: CPU and memory are not measured');
  const [load = 0] = loadavg();
  if (load > cpus().length / 2)
    say(`this machine is busy (load ${load.toFixed(1)}): the numbers may mislead`);
  /** @type {Map<number, string>} */
  const known = new Map();
  /** @type {Bench} */
  const bench = {
    ...{ sizes, program, scratch, changes, idle, say },
    articles: (size) => {
      const folder = known.get(size) ?? corpus(home, size, say);
      if (!known.has(size)) measure(floors(folder).read.command);
      known.set(size, folder);
      return folder;
    },
    hugo: (size) => hugoVersion !== undefined && size < 1_000_000,
    rounds: (size, load) =>
      rounds ??
      (load === 'light' ? 21 : size > 100_000 ? 1 : size > (load === 'heavy' ? 1_000 : 10_000) ? 3 : 5),
  };

  const about = machine(program);
  console.log(`${about}\n`);
  const sections = [];
  const points = [];
  for (const name of only) {
    const found = await parts[name]?.(bench);
    const told = found?.sections.filter(({ rows }) => rows.length > 0) ?? [];
    for (const one of told) console.log(section(one));
    sections.push(...told);
    points.push(...(found?.points ?? []));
  }
  const judged = sections.flatMap(({ title, verdicts }) => verdicts.map((one) => ({ title, ...one })));
  const missed = judged.filter(({ met }) => met === false);
  for (const { title, what, measured, bar } of missed)
    console.log(`missed: ${title}, ${what}: ${measured}, ${bar}`);
  console.log(`${judged.filter(({ met }) => met).length} bars met, ${missed.length} missed`);
  if (write) {
    const docs = fileURLToPath(new URL('../docs', import.meta.url));
    mkdirSync(docs, { recursive: true });
    const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
    writeFileSync(join(docs, 'benchmarks.md'), page({ command, about, sections }));
    writeFileSync(join(docs, 'benchmarks.svg'), chart(points));
  }
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await run(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
