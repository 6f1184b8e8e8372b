import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { careless, image, mount, needImages } from './support/disks.js';
import { type Running, toldOf } from './support/program.js';
import { random } from './support/random.js';
import { Site } from './support/site.js';

/*
 * The power is cut again and again: what a disk holds at a moment, and nothing of what the system still has in memory,
 * is put into another machine. What the program had told to be written is there, all is whole, and it goes on.
 */

const long = process.env.ENDURANCE === 'long';
const cuts = long ? 100 : 3;
const cutsOfSite = 10;
const settings = { archive: true, limit: 4, feeds: ['tags'] };

type Texts = Readonly<Record<string, string>>;

it('nothing that was told is lost when the power is cut', { timeout: 3_600_000 }, async ({ skip }) => {
  needImages(skip);
  const chance = random('power');
  const tally = { cuts: 0, documents: 0, underWay: 0, told: 0 };
  while (tally.cuts < cuts) {
    const folder = folderOf({});
    const disk = image(folder, 24);
    const unmount = mount(join(folder, 'live'), ...careless, disk);
    const site = Site.make(join(folder, 'live/site'), chance, settings);
    execFileSync('sync', ['-f', site.root]);
    const cut = async (run: Running, before: Texts, after: number | 'told') => {
      const copy = join(folder, 'cut.img');
      const { now, isTold } = await cutPower(site, run, after, () => copyFileSync(disk, copy));
      const found = await startAgain(site, join(folder, 'dead'), copy);
      const lost = lostIn(found.documents, isTold ? now : before, now);
      tally.cuts++;
      tally.documents += Object.keys(found.documents).length;
      if (isTold) tally.told++;
      else if (lostIn(found.documents, before, before).length > 0) tally.underWay++;
      expect({ cut: tally.cuts, faults: [...lost, ...found.faults] }).toMatchObject({ faults: [] });
    };
    // No document was there before.
    const first = site.start('build');
    await cut(first, {}, chance.next() < 0.5 ? 'told' : chance.whole(100, 900));
    await first.ended;
    const run = site.start('watch');
    await toldOf(run, 'watching');
    for (let count = 1; count < cutsOfSite && tally.cuts < cuts; count++) {
      expect(site.faults()).toEqual([]);
      const before = site.documents();
      site.change();
      await cut(run, before, chance.next() < 0.5 ? 'told' : chance.whole(0, 400));
      // What was under way is over, and told.
      await pause(500);
    }
    run.child.kill('SIGKILL');
    await run.ended;
    unmount();
  }
  console.log('power:', JSON.stringify(tally));
});

/** Stops a run after some time, or as soon as it has told something, takes what the disk holds, and lets the run go on. */
async function cutPower(site: Site, run: Running, after: number | 'told', copy: () => void) {
  const reports = () => run.told.filter(({ event }) => event === 'report').length;
  const before = reports();
  if (after === 'told') await toldOf(run, 'report', before + 1);
  else await pause(after);
  const isTold = reports() > before;
  run.child.kill('SIGSTOP');
  copy();
  const now = site.documents();
  run.child.kill('SIGCONT');
  return { now, isTold };
}

/** Looks at what a disk holds, and lets the program go on with it. */
async function startAgain(site: Site, at: string, disk: string) {
  const unmount = mount(at, ...careless, disk);
  const found = site.on(join(at, 'site'));
  const documents = found.documents();
  const faults = found.faults();
  reboot(found);
  const later = await found.settle();
  // A line that was cut off is told of, and kept beside the ledger.
  faults.push(...later.filter((fault) => !fault.startsWith('ledger-line')));
  unmount();
  rmSync(disk);
  return { documents, faults };
}

/** A machine starts again after some time, and what ran on it does no more: here it does, and no time has passed. */
function reboot({ output, state }: Site): void {
  for (const folder of [output, state].filter((path) => existsSync(path)))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const [, before, pid, after] = /^(.*\.feedmill-\w+-)(\d+)(-\w+\.tmp)$/.exec(name) ?? [];
      if (pid) renameSync(join(folder, name), join(folder, `${before}${nobody}${after}`));
    }
  const lock = join(state, 'lock');
  if (!existsSync(lock)) return;
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"pid":\d+/, `"pid":${nobody}`));
  const before = Date.now() / 1000 - 60;
  utimesSync(lock, before, before);
}

/** A number that no process has. */
const nobody = 4_194_400;

/** Documents that are neither what was told nor what was just being written. */
function lostIn(documents: Texts, told: Texts, now: Texts): string[] {
  return Object.entries(told)
    .filter(([name, text]) => documents[name] !== text && (documents[name] ?? '') !== now[name])
    .map(([name]) => `${name} is ${documents[name] === undefined ? 'lost' : 'not what was told'}`);
}
