import { listSources } from '../../src/disk/list.js';
import { readSource } from '../../src/disk/read.js';
import type { Change } from '../../src/disk/source.js';
import type { Problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';
import { type Watcher, type WatchRun, watch } from '../../src/watch.js';

/** A mill that keeps the text of each file as its document, and remembers all it was told. */
export interface Recorder extends WatchRun {
  readonly documents: ReadonlyMap<string, string>;
  readonly turns: readonly (readonly Change[])[];
  readonly reports: readonly Report[];
  readonly problems: readonly Problem[];
}

/**
 * Makes such a mill.
 *
 * @param root the articles folder
 * @param meanwhile what a turn waits for before it is done; what it throws, the turn throws
 */
export function recorder(root: string, meanwhile: () => Promise<void> = async () => {}): Recorder {
  const documents = new Map<string, string>();
  const turns: (readonly Change[])[] = [];
  const reports: Report[] = [];
  const problems: Problem[] = [];
  return {
    documents,
    turns,
    reports,
    problems,
    async turn(changes: readonly Change[]) {
      turns.push(changes);
      await meanwhile();
      for (const { path } of changes) {
        const text = textOf(root, path);
        if (text === undefined) documents.delete(path);
        else documents.set(path, text);
      }
      return reportOf(changes);
    },
    recall: () => new Map(),
    isDisturbed: () => false,
    cut: () => undefined,
    onEnd: () => undefined,
    onReport: (report) => reports.push(report),
    onProblem: (found) => problems.push(found),
  };
}

/** A report of a turn in which nothing special happened. */
export function reportOf(changes: readonly Change[], more: Partial<Report> = {}): Report {
  return {
    at: Date.now(),
    milliseconds: 0,
    read: changes.filter(({ source }) => source !== undefined).map(({ path }) => path),
    gone: changes.filter(({ source }) => source === undefined).map(({ path }) => path),
    articles: 0,
    entries: 0,
    withheld: [],
    problems: [],
    documents: { written: [], unchanged: [], removed: [] },
    ...more,
  };
}

/** What a fresh build of the folder would give. */
export function freshly(root: string): ReadonlyMap<string, string> {
  const paths = [...listSources(root, { skip: () => false }).sources.keys()];
  return new Map(paths.map((path) => [path, textOf(root, path) ?? '']));
}

/** Begins to watch; scans are so rare that only events can tell of changes. */
export function watching(root: string, run: WatchRun, settings: Partial<Settings> = {}): Watcher {
  const options = { settle: 100, rescan: 3_600_000, poll: false, ...settings };
  return watch({ articles: root, output: `${root}-out`, state: `${root}/.feedmill`, watch: options }, run);
}

interface Settings {
  readonly settle: number;
  readonly rescan: number;
  readonly poll: boolean;
}

/** Waits for a state, long enough for a busy machine; fails with what is wrong in the end. */
export async function eventually(check: () => void, deadline = Date.now() + 45_000): Promise<void> {
  for (;;) {
    try {
      return check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function textOf(root: string, path: string): string | undefined {
  const reading = readSource(root, path, 100_000_000);
  return reading.problem === undefined ? Buffer.from(reading.bytes).toString() : undefined;
}
