import type { ResolvedConfig } from './config/config.js';
import { liesIn } from './disk/changes.js';
import { firstCommits } from './disk/first-commits.js';
import { checkFolders, type Folders } from './disk/folders.js';
import { listSources } from './disk/list.js';
import { readSource } from './disk/read.js';
import { isDisturbed, type Standing, standingOf } from './disk/standing.js';
import { LedgerFile } from './disk/state/ledger-file.js';
import { writeDocuments } from './disk/write.js';
import type { Writing } from './disk/written.js';
import { Mill } from './mill.js';
import type { Sheet } from './render/document.js';
import type { Report } from './report.js';
import { type Watcher, type WatchRun, watch } from './watch.js';

/**
 * Builds once: the mill's first turn, with every file of the articles folder.
 *
 * @throws FolderError where the folders cannot be used
 */
export async function build(config: ResolvedConfig): Promise<Report> {
  const folders = checkFolders(config);
  const listing = listSources(config.articles, folders);
  const ledger = new LedgerFile(config.state);
  try {
    const changes = [...listing.sources.values()].map((source) => ({ path: source.path, source }));
    const isKnown = (path: string) => !liesIn(path, listing.unreadable);
    const report = await openMill(config, folders, ledger, () => undefined).turn(changes, isKnown);
    return { ...report, problems: [...listing.problems, ...report.problems] };
  } finally {
    ledger.close();
  }
}

/**
 * Builds, and turns the mill again with each batch of changes until the watcher is closed.
 *
 * @throws FolderError where the folders cannot be used
 */
export function keepCurrent(
  config: ResolvedConfig,
  listeners: Omit<WatchRun, 'turn' | 'isDisturbed' | 'onEnd'>,
): Watcher {
  const folders = checkFolders(config);
  const ledger = new LedgerFile(config.state);
  let standing: Standing | undefined;
  const mill = openMill(config, folders, ledger, () => standing);
  return watch(config, {
    ...listeners,
    turn: async (changes, isKnown) => {
      const report = await mill.turn(changes, isKnown);
      const { written, unchanged } = report.documents;
      standing = standingOf(config.output, [...written, ...unchanged]);
      return report;
    },
    isDisturbed: () => ledger.isChanged() || (standing !== undefined && isDisturbed(config.output, standing)),
    onEnd: () => ledger.close(),
  });
}

/** The mill on this machine's disk, by this machine's clock. */
function openMill(
  config: ResolvedConfig,
  { keepOut }: Folders,
  ledger: LedgerFile,
  standing: () => Standing | undefined,
): Mill {
  const { articles, output, maxFileSize } = config;
  return new Mill(
    config,
    {
      read: (path) => readSource(articles, path, maxFileSize),
      write: (sheets) => {
        const stood = standing();
        return writeDocuments(output, sheets.flatMap(writingsOf), {
          ...(keepOut !== undefined && { keepOut }),
          ...(stood && { standing: stood }),
        });
      },
      memory: {
        name: ledger.name,
        read: () => ledger.read(),
        save: (change) => ledger.save(change),
        reject: (lines) => ledger.reject(lines),
        firstSeen: (paths) => firstCommits(articles, paths),
      },
    },
    Date.now,
  );
}

/** The documents of a sheet: rendered together when the first is asked for, and forgotten with the last. */
function writingsOf({ names, isSame, leadsOn, render }: Sheet): Writing[] {
  const waiting = new Map<string, string>();
  return names.map((name) => ({
    name,
    isSame,
    leadsOn,
    bytes: () => {
      if (!waiting.has(name)) for (const { name, text } of render()) waiting.set(name, text);
      const text = waiting.get(name) ?? '';
      waiting.delete(name);
      return Buffer.from(text);
    },
  }));
}
