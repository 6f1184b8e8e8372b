import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/folder.js';
import { needDisks, smallDisk } from './support/disks.js';
import { type Ended, problemsIn, type Told, toldOf } from './support/program.js';
import { random } from './support/random.js';
import { Site } from './support/site.js';
import { injecting, needStrace, tamperedIn } from './support/strace.js';

/*
 * The disk fails in every way: what was written stands, people are told, and when the cause is gone all is as if nothing
 * had been.
 */

const long = process.env.ENDURANCE === 'long';
const chance = random('disk');
const settings = { archive: true, limit: 4, feeds: ['tags'] };
const patience = { timeout: 60_000, interval: 20 };

type Texts = Readonly<Record<string, string>>;

/** Holds a run on a failing disk against what was there before, and what a run on a sound one makes of it. */
async function faultsOf(site: Site, before: Texts, run: Ended): Promise<string[]> {
  const after = site.documents();
  const early = site.faults();
  const told = problemsIn(run);
  const faults = await site.settle();
  const final = site.documents();
  // Who was told that the ledger cannot be written knows that what is new may come out otherwise the next time.
  const isForgetful = told.some(({ code }) => code.startsWith('ledger'));
  const names = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(final)]);
  const undone = [...names].filter((name) => after[name] !== final[name]);
  const spoilt = isForgetful ? [] : undone.filter((name) => after[name] !== before[name]);
  faults.push(...spoilt.map((name) => `${name} is neither the old one nor the new one`));
  if (run.code !== 0 && run.code !== 2) faults.push(`it ended with ${run.code}: ${run.err}`);
  if (run.code === 0 && undone.length > 0 && !isForgetful)
    faults.push(`it ended well, but ${undone} are not what they must be`);
  faults.push(...early.filter((fault) => !isForgetful || !fault.includes('ledger')));
  for (const { message } of told)
    if (!/^Cannot .*: .*/.test(message)) faults.push(`is that clear? ${message}`);
  return faults.filter((fault) => !fault.startsWith('ledger-line'));
}

const failing: readonly (readonly [call: string, error: string, most: number, file?: string])[] = [
  ['fsync', 'EIO', 40],
  ['fsync', 'ENOSPC', 40],
  ['rename', 'ENOSPC', 40],
  ['rename', 'EROFS', 40],
  ['mkdir', 'ENOSPC', 12],
  ['fdatasync', 'EIO', 2],
  ['link', 'EIO', 2],
  ['link', 'EPERM', 2],
  ['unlink', 'EIO', 40],
  ['write', 'EIO', 3, 'ledger.ndjson'],
  ['write', 'ENOSPC', 3, 'ledger.ndjson'],
  ['write', 'ENOSPC', 3, 'cache/articles'],
  ['utimensat', 'EIO', 2],
];

it('each call of the system may fail, in turn', { timeout: 3_600_000 }, async ({ skip }) => {
  needStrace(skip);
  const site = Site.make(folderOf({}), chance, settings);
  expect(await site.settle()).toEqual([]);
  const log = join(site.root, 'strace.txt');
  const counts: Record<string, number> = {};
  const each = failing.flatMap(([call, error, most, file]) =>
    Array.from({ length: most }, (_, at) => ({ call, error, when: at + 1, file })),
  );
  const chosen = long
    ? each
    : Array.from({ length: 3 }, () => chance.one(each.filter(({ when }) => when < 4)));
  const over = new Set<string>();
  for (const { call, error, when, file } of chosen) {
    const kind = `${call} ${error} ${file ?? ''}`;
    if (over.has(kind)) continue;
    for (let changes = 0; changes < 3; changes++) site.change();
    if (call === 'mkdir') rmSync(site.output, { recursive: true });
    const before = site.documents();
    const path = file === undefined ? undefined : join(site.state, file);
    const through = injecting(call, `error=${error}:when=${when}`, path, log);
    const run = await site.start('build', through).ended;
    const hits = tamperedIn(log);
    if (hits === 0) over.add(kind);
    counts[kind] = (counts[kind] ?? 0) + hits;
    expect({ kind, when, faults: await faultsOf(site, before, run), told: run.told }).toMatchObject({
      faults: [],
    });
  }
  console.log('disk, calls that failed:', JSON.stringify(counts));
});

it('a file may not become as large as a document', async ({ skip }) => {
  needStrace(skip);
  const site = Site.make(folderOf({}), chance);
  expect(await site.settle()).toEqual([]);
  const before = site.documents();
  site.addOne();
  const run = await site.start('build', ['bash', '-c', 'ulimit -f 4; exec "$@"', 'bash']).ended;
  expect(run.code).toBe(2);
  expect(problemsIn(run).map(({ message }) => message)).toContain(
    'Cannot write document "rss.xml": the file may not become so large',
  );
  expect(site.documents()).toEqual(before);
  expect(await site.settle()).toEqual([]);
});

/** A way in which a disk fails for a while. */
interface Trouble {
  readonly name: string;
  /** Whether documents or the ledger cannot be written. */
  readonly of: 'documents' | 'ledger';
  readonly options?: string;
  readonly through?: readonly string[];
  readonly begin: (disk: string) => void;
  readonly end: (disk: string) => void;
  /** What people are told. */
  readonly message: RegExp;
}

const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

function fill(disk: string): void {
  const block = Buffer.alloc(4096);
  try {
    for (let number = 0; ; number++) writeFileSync(join(disk, `filler-${number}`), block);
  } catch {
    // It is full.
  }
}

function drain(disk: string): void {
  for (const name of readdirSync(disk)) if (name.startsWith('filler-')) rmSync(join(disk, name));
}

const permit = (what: string) => (disk: string) =>
  void execFileSync('chmod', ['-R', what, join(disk, 'here')]);

const remount = (how: string) => (disk: string) => void execFileSync('mount', ['-o', `remount,${how}`, disk]);

const troubles: readonly Trouble[] = [
  {
    name: 'is full',
    of: 'documents',
    begin: fill,
    end: drain,
    message: /^Cannot write document ".*": the disk is full$/,
  },
  {
    name: 'is full',
    of: 'ledger',
    begin: fill,
    end: drain,
    message: /^Cannot write ledger ".*": the disk is full$/,
  },
  {
    name: 'has no room for another file',
    of: 'documents',
    options: 'size=4m,nr_inodes=100',
    begin: fill,
    end: drain,
    message: /^Cannot write document ".*": the disk is full$/,
  },
  {
    name: 'is read-only',
    of: 'documents',
    begin: remount('ro'),
    end: remount('rw'),
    message: /^Cannot write document ".*": the disk is read-only$/,
  },
  {
    name: 'is read-only',
    of: 'ledger',
    begin: remount('ro'),
    end: remount('rw'),
    message: /^Cannot write ledger ".*": the disk is read-only$/,
  },
  {
    name: 'is not permitted any more',
    of: 'documents',
    through: nobody,
    begin: permit('a-w'),
    end: permit('a+w'),
    message: /^Cannot write document ".*": permission denied$/,
  },
  {
    name: 'is not permitted any more',
    of: 'ledger',
    through: nobody,
    begin: permit('a-w'),
    end: permit('a+w'),
    message: /^Cannot write ledger ".*": permission denied$/,
  },
];

describe('while watching', () => {
  const chosen = long ? troubles : troubles.slice(0, 2);
  it.for(chosen)('the disk of the $of $name for a while', { timeout: 120_000 }, async (trouble, { skip }) => {
    needDisks(skip);
    await endure(trouble);
  });
});

async function endure({ of, options = 'size=1m', through, begin, end, message }: Trouble): Promise<void> {
  const root = folderOf({});
  const disk = join(root, 'disk');
  smallDisk(disk, options);
  const site = Site.make(root, chance, { ...settings, [of === 'ledger' ? 'state' : 'output']: 'disk/here' });
  if (through) for (const name of ['', 'in', 'disk', 'disk/here']) open(join(root, name));
  const run = site.start('watch', through);
  await toldOf(run, 'watching');
  expect(site.faults()).toEqual([]);
  const before = site.documents();
  const reports = () => run.told.filter(({ event }) => event === 'report');
  const isTold = ({ problems = [] }: Told) => problems.some((found) => message.test(found.message));

  const from = reports().length;
  begin(disk);
  // A line more may fit on a full disk, where the last one leaves room.
  for (let count = 0; count < 40 && !reports().slice(from).some(isTold); count++) {
    site.addOne();
    await pause(500);
  }
  expect(reports().slice(from).some(isTold)).toBe(true);
  await pause(1200);
  if (of === 'documents') expect(site.documents()).toEqual(before);
  else expect(site.documents()).not.toEqual(before);
  // It neither spins nor tells the same again and again.
  const idle = reports()
    .slice(from)
    .filter(({ read }) => read?.length === 0);
  expect(idle.length).toBeLessThan(10);
  if (of === 'ledger') expect(reports().slice(from).filter(isTold)).toHaveLength(1);

  end(disk);
  await vi.waitFor(() => {
    expect(site.documents()).not.toEqual(before);
    expect(site.faults()).toEqual([]);
  }, patience);
  run.child.kill('SIGTERM');
  expect((await run.ended).code).toBe(0);
  expect(await site.settle()).toEqual([]);
}

function open(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
}
