import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CacheDamage } from './cache/damage.js';
import type { ResolvedConfig } from './config/config.js';
import { Crew, type Progress } from './crew.js';
import { liesIn } from './disk/changes.js';
import { firstCommits } from './disk/first-commits.js';
import { checkFolders, type Folders } from './disk/folders.js';
import { listChanges } from './disk/list.js';
import { lookInto } from './disk/ranges.js';
import { readSource } from './disk/read.js';
import { stampOf } from './disk/stamp.js';
import { isDisturbed } from './disk/standing.js';
import { CacheFile } from './disk/state/cache-file.js';
import { LedgerFile } from './disk/state/ledger-file.js';
import { readOnlyLedger } from './disk/state/read-only-ledger.js';
import { writeDocuments } from './disk/write.js';
import type { Writing } from './disk/written.js';
import { Mill, type MillDisk } from './mill.js';
import { type Problem, problem } from './problems.js';
import type { Sheet } from './render/document.js';
import type { Report } from './report.js';
import { type Watcher, type WatchRun, watch } from './watch.js';

/**
 * Builds once: the mill's first turn, with every file of the articles folder.
 *
 * @param tell who is told how far much work has come
 * @throws FolderError where the folders cannot be used
 */
export async function build(config: ResolvedConfig, tell?: Tell): Promise<Report> {
  const folders = checkFolders(config);
  const ledger = new LedgerFile(config.state);
  const cache = new CacheFile(config.state);
  try {
    return await buildOnce(config, folders, ledger, cache, tell).catch((error: unknown) => {
      if (!(error instanceof CacheDamage)) throw error;
      cache.remove();
      // What was assumed of it was said by the cache.
      ledger.forget();
      return buildOnce(config, folders, ledger, cache, tell);
    });
  } finally {
    cache.close();
    ledger.close();
  }
}

async function buildOnce(
  config: ResolvedConfig,
  folders: Folders,
  ledger: LedgerFile,
  cache: CacheFile,
  tell: Tell | undefined,
): Promise<Report> {
  const mill = openMill(config, handsOf(config, folders, ledger, cache, tell), tell);
  const listing = listChanges(config.articles, mill.recall(false), folders);
  const report = await mill.turn(listing.changes, (path) => !liesIn(path, listing.unreadable));
  return { ...report, problems: [...listing.problems, ...report.problems] };
}

/**
 * Does what a build does, and writes nothing: neither documents nor what is remembered. No lock is taken, so that it may
 * be done while another run holds the folder.
 *
 * @param write is given the documents that a build would write
 * @throws FolderError where the folders cannot be used
 */
export async function rehearse(
  config: ResolvedConfig,
  write: MillDisk['write'],
  tell?: Tell,
): Promise<Report> {
  const folders = checkFolders(config);
  const memory = { ...readOnlyLedger(config.state), firstSeen: firstSeenIn(config) };
  const mill = openMill(config, { memory, write }, tell);
  const listing = listChanges(config.articles, new Map(), folders);
  const report = await mill.turn(listing.changes, (path) => !liesIn(path, listing.unreadable));
  return { ...report, problems: [...listing.problems, ...report.problems] };
}

/**
 * Builds, and turns the mill again with each batch of changes until the watcher is closed.
 *
 * @throws FolderError where the folders cannot be used
 */
export function keepCurrent(
  config: ResolvedConfig,
  listeners: Pick<WatchRun, 'onReport' | 'onProblem'>,
  tell?: Tell,
): Watcher {
  const folders = checkFolders(config);
  const ledger = new LedgerFile(config.state);
  const cache = new CacheFile(config.state);
  const end = new AbortController();
  const hands = handsOf(config, folders, ledger, cache, tell, end.signal);
  const mill = openMill(config, hands, tell, end.signal);
  return watch(config, {
    ...listeners,
    recall: () => mill.recall(true),
    turn: (changes, isKnown) => mill.turn(changes, isKnown),
    cut: () => end.abort(),
    isDisturbed: () => ledger.isBehind || ledger.isChanged() || isDisturbed(config.output, mill.standing),
    onEnd: () => {
      cache.close();
      ledger.close();
    },
  });
}

/** Who is told how far much work has come. */
type Tell = (progress: Progress) => void;

/** Bytes of a file that is published with the pages that show it: it is held in memory on its way. */
const largestShown = 64_000_000;

function leftOut(path: string): Problem {
  return problem('file-left-out', { path }, { path, limit: largestShown / 1_000_000 });
}

/** More than this wait for the disk, or for the thread that hands out the work. */
const mostWorkers = 3;

/** What of the disk is written, and what is remembered there. */
type Hands = Pick<MillDisk, 'write' | 'memory' | 'cache'>;

/** Hands that write. */
function handsOf(
  config: ResolvedConfig,
  { keepOut }: Folders,
  ledger: LedgerFile,
  cache: CacheFile,
  tell: Tell | undefined,
  end?: AbortSignal,
): Hands {
  return {
    write: (sheets, standing) =>
      writeDocuments(config.output, counted(sheets.flatMap(writingsOf), tell), {
        ...(keepOut !== undefined && { keepOut }),
        standing,
        ...(end && { end }),
      }),
    memory: {
      name: ledger.name,
      read: () => ledger.read(),
      stamp: () => ledger.stamp,
      assume: (stamp) => ledger.assume(stamp),
      save: (change) => ledger.save(change),
      reject: (lines) => ledger.reject(lines),
      firstSeen: firstSeenIn(config, end),
    },
    // Whoever may write the ledger may write beside it.
    cache: {
      read: (isAll) => cache.read(isAll),
      isWorn: () => cache.isWorn,
      append: (rows, more) => ledger.isHolder && cache.append(rows, more),
      replace: (rows, more) => ledger.isHolder && cache.replace(rows, more),
    },
  };
}

function firstSeenIn({ articles }: ResolvedConfig, end?: AbortSignal): MillDisk['memory']['firstSeen'] {
  return (paths) => firstCommits(articles, paths, { ...(end && { end }) });
}

/**
 * The mill on this machine's disk, by this machine's clock.
 *
 * @param end cuts off the turn under way
 */
function openMill(config: ResolvedConfig, hands: Hands, tell: Tell | undefined, end?: AbortSignal): Mill {
  const {
    articles,
    maxFileSize,
    followLinks,
    workers = Math.min(mostWorkers, availableParallelism() - 1),
  } = config;
  const crew = new Crew(config, workers, tell, end);
  return new Mill(
    config,
    {
      ...hands,
      read: (path, known) => readSource(articles, path, maxFileSize, known, followLinks),
      readShown: (path) => {
        const reading = readSource(articles, path, largestShown, undefined, followLinks);
        return reading.problem?.code === 'file-too-large' ? { problem: leftOut(path) } : reading;
      },
      lookInto: (path, use) => lookInto(articles, path, use, followLinks).found,
      crew,
    },
    Date.now,
    // Another version of the program, of this file, or of what knows the time zones, may read and make otherwise.
    `${stampOf(fileURLToPath(import.meta.url))} ${process.version} ${process.versions.tz}`,
  );
}

/** Fewer documents than this are written soon. */
const worthTelling = 100;

/** Documents that are counted as they are asked for. */
function counted(writings: readonly Writing[], tell: Tell | undefined): readonly Writing[] {
  const total = writings.filter(({ isSame }) => !isSame).length;
  if (tell === undefined || total < worthTelling) return writings;
  let done = 0;
  return writings.map((writing) => ({
    ...writing,
    bytes: async () => {
      const bytes = await writing.bytes();
      // Those that stand as they were made are asked for only where somebody altered them.
      if (!writing.isSame) tell({ kind: 'write', done: ++done, total });
      return bytes;
    },
  }));
}

/** The documents of a sheet: rendered together when the first is asked for, and forgotten with the last. */
function writingsOf({ names, isSame, leadsTo, yielding, render }: Sheet): Writing[] {
  let rendered: Promise<Map<string, Uint8Array>> | undefined;
  const taken = new Set<string>();
  const renderAll = async () => new Map((await render()).map(({ name, bytes }) => [name, bytes]));
  return names.map((name) => ({
    name,
    isSame,
    ...(leadsTo && { leadsTo }),
    ...(yielding?.includes(name) && { isYielding: true }),
    bytes: async () => {
      // Who asks again asks for what may be otherwise by now.
      if (rendered === undefined || taken.has(name)) {
        rendered = renderAll();
        taken.clear();
      }
      taken.add(name);
      const documents = await rendered;
      const bytes = documents.get(name);
      documents.delete(name);
      return bytes;
    },
  }));
}
