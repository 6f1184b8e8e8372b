import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { toldOf } from './support/program.js';
import { type Random, random } from './support/random.js';
import { startReader } from './support/readers.js';
import { Site } from './support/site.js';
import { hasStrace, injecting } from './support/strace.js';

/*
 * The program is killed again and again, at any moment and at each kind of call to the system, while another process
 * reads all documents. A run to the end is then what a clean build is.
 */

const long = process.env.ENDURANCE === 'long';
const kills = long ? 1000 : 12;

const sites: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { archive: true, limit: 4 },
  { archive: true, limit: 3, feeds: ['tags'] },
];

/** Calls of the system by which files change, and how many of them a run makes, roughly. */
const points: readonly (readonly [call: string, most: number])[] = [
  ['write', 60],
  ['fsync', 12],
  ['fdatasync', 1],
  ['rename', 12],
  ['unlink', 3],
  ['link', 1],
  ['mkdir', 2],
  ['openat', 150],
];

const canTrace = hasStrace();
if (!canTrace) console.log('Left out: kills at calls of the system, as strace cannot be had here.');

it.each(sites)(
  'nothing is torn, missing or lost when the program is killed: %j',
  { timeout: 3_600_000 },
  async (config) => {
    const chance = random('kill');
    const site = Site.make(folderOf({}), chance, config);
    const stop = await startReader(site.output);
    const tally = { time: 0, watch: 0, point: 0, settled: 0, torn: 0 };
    const faults: string[] = [];
    const pace = { build: 400 };
    for (let killed = 0; killed < kills / sites.length; ) {
      for (let changes = chance.whole(0, 4); changes > 0; changes--) site.change();
      const how = chance.one(canTrace ? (['time', 'watch', 'point'] as const) : (['time', 'watch'] as const));
      const done = await killers[how](site, chance, pace);
      if (done) killed++;
      if (done) tally[how]++;
      if (done && killed % 50 === 0) console.log(`${killed} kills so far`);
      // At once: documents are whole, and tell of no id that the ledger does not know.
      faults.push(...site.faults(false));
      if (done && faults.length === 0 && chance.next() < 0.6) continue;
      const found = await site.settle();
      tally.settled++;
      // A line that was cut off is told of, and kept beside the ledger.
      const torn = found.filter((fault) => fault.startsWith('ledger-line'));
      tally.torn += torn.length;
      faults.push(...found.filter((fault) => !torn.includes(fault)));
      expect({ faults, after: how, seed: chance.seed }).toMatchObject({ faults: [] });
    }
    const last = await site.settle();
    const { torn, missing, reads, versions } = await stop();
    console.log(
      `${JSON.stringify(config)}: ${tally.time + tally.watch + tally.point} kills (${tally.time} builds, ${tally.watch} watches,`,
      `${tally.point} at calls), ${tally.settled} settled, ${tally.torn} torn lines of the ledger told of;`,
      `${reads} reads of ${versions} versions: ${torn.length} torn, ${missing.length} missing`,
    );
    expect({
      torn,
      missing,
      faults: last.filter((fault) => !fault.startsWith('ledger-line')),
    }).toEqual({
      torn: [],
      missing: [],
      faults: [],
    });
    expect(reads).toBeGreaterThan(0);
  },
);

/** Milliseconds that a build takes, as far as that is known. */
interface Pace {
  build: number;
}

/** Each kills one run, and says whether it did so before the end. */
const killers: Readonly<
  Record<'time' | 'watch' | 'point', (site: Site, chance: Random, pace: Pace) => Promise<boolean>>
> = {
  time: async (site, chance, pace) => {
    const run = site.start('build');
    const from = performance.now();
    const ended = run.ended.then(() => performance.now() - from);
    await pause(pace.build * (0.3 + 0.8 * chance.next()));
    run.child.kill('SIGKILL');
    const isKilled = (await run.ended).signal === 'SIGKILL';
    // A machine that does other things as well is now faster, now slower.
    pace.build = isKilled ? pace.build * 1.05 : await ended;
    return isKilled;
  },
  watch: async (site, chance) => {
    const run = site.start('watch');
    await toldOf(run, 'watching');
    for (let batches = chance.whole(1, 2); batches > 0; batches--) {
      for (let changes = chance.whole(1, 4); changes > 0; changes--) site.change();
      await pause(chance.whole(0, 160));
    }
    run.child.kill('SIGKILL');
    return (await run.ended).signal === 'SIGKILL';
  },
  point: async (site, chance) => {
    site.change();
    const [call, most] = chance.one(points);
    const paths = ['ledger.ndjson', 'cache/articles'].map((name) => join(site.root, 'in/.feedmill', name));
    const path = call === 'write' && chance.next() < 0.5 ? chance.one(paths) : undefined;
    const when = path === undefined ? Math.ceil(most * chance.next() ** 2) || 1 : 1;
    const { signal, code } = await site.start('build', injecting(call, `signal=KILL:when=${when}`, path))
      .ended;
    return signal === 'SIGKILL' || code === 137;
  },
};
