import type { ResolvedConfig } from './config/config.js';
import type { Known } from './disk/changes.js';
import { checkFolders } from './disk/folders.js';
import { codeOf, reasonOf } from './disk/reason.js';
import type { Change } from './disk/source.js';
import { type Problem, problem } from './problems.js';
import type { Report } from './report.js';
import { Agenda } from './watch/agenda.js';
import { Ears, type Listen } from './watch/ears.js';
import { Rest } from './watch/rest.js';
import { View } from './watch/view.js';

/** Who is served with changes, and who is told. */
export interface WatchRun {
  /** Called once, before all: the files of which it is known what they hold. */
  readonly recall: () => Known;
  /**
   * Brings the documents up to date. Called first with every file that is not as it is known, then with each batch of changes, and with
   * none where only time has passed: an article's hour has come, or what could not be written may be written now.
   * Not called again before it is done. Of some paths it may not be known what lies there: it is being written, or cannot
   * be looked at.
   */
  readonly turn: (changes: readonly Change[], isKnown: (path: string) => boolean) => Promise<Report>;
  /** The end is wanted, and the turn under way takes long: it may throw, and be as if it had been killed. */
  readonly cut: () => void;
  /** Asked now and then: whether somebody else has removed or altered a document or the ledger, so that a turn is due. */
  readonly isDisturbed: () => boolean;
  /** Called when no turn will come any more. */
  readonly onEnd: () => void;
  /** Told of each turn. */
  readonly onReport: (report: Report) => void;
  /** Told of problems with the folder and with watching it, once each. */
  readonly onProblem: (problem: Problem) => void;
}

/** A folder that is being watched. */
export interface Watcher {
  /** Resolves after the first turn, or where the end comes before. Rejects where that turn throws; then nothing is watched. */
  readonly ready: Promise<void>;
  /** Whether the system tells of changes, or they are found by looking again and again. */
  readonly mode: 'events' | 'polling';
  /**
   * Ends after the turn under way, if there is one and it is done soon. A longer one is cut off: each document is then the
   * old one or the new one, and the next run makes the rest. May be called at any time, and again.
   */
  close(): Promise<void>;
}

/** Milliseconds from an event to the look at what it means, for others to join it. */
const gather = 20;

/** Milliseconds that a turn under way may go on when the end is wanted. */
const patience = 300;

/** Where a folder tells of what is written into its files; elsewhere it tells of names alone. */
const tellingSystems: ReadonlySet<string> = new Set(['linux', 'darwin', 'win32']);

/** What the system says when it watches no more folders for anybody. */
const limits: Readonly<Record<string, string>> = {
  ENOSPC: "the system's limit on watches is reached",
  EMFILE: "the system's limit on watchers or open files is reached",
  ENFILE: "the system's limit on open files is reached",
};

/**
 * Watches the articles folder: one turn with all that is there, then one with each batch of changes.
 *
 * @param config the folders, and how to watch
 * @param run who is served, and who is told
 * @throws FolderError where the folders cannot be used
 */
export function watch(
  config: Pick<ResolvedConfig, 'articles' | 'output' | 'state' | 'watch'> &
    Partial<Pick<ResolvedConfig, 'followLinks'>>,
  run: WatchRun,
): Watcher {
  const { articles } = config;
  const { settle, rescan } = config.watch;
  const { skip, follow } = checkFolders(config);
  const view = new View({ articles, skip, follow, settle, rescan, onProblem: run.onProblem });
  const agenda = new Agenda();
  const rest = new Rest(gather);
  let mode: Watcher['mode'] = 'events';
  let closing = false;
  let isCut = false;

  let listen: Listen;
  const ears = new Ears(articles, (folders, heard) => listen(folders, heard), {
    hint: (paths) => {
      view.hint(paths);
      rest.stir();
    },
    failed: (error) => {
      view.rescan();
      rest.stir();
      const reason = limits[codeOf(error)];
      if (reason === undefined || mode === 'polling') return;
      run.onProblem(problem('watch-limit', {}, { reason }));
      poll();
    },
  });
  const poll = () => {
    mode = 'polling';
    view.goDeaf();
    void ears.close();
  };

  let asked = performance.now();
  const isDisturbed = (): boolean => {
    if (performance.now() - asked < rescan) return false;
    asked = performance.now();
    return run.isDisturbed();
  };

  /** Looks and rests until there is something to do, or the end is wanted. */
  const nextBatch = async (isFirst: boolean): Promise<Change[] | undefined> => {
    while (!closing) {
      const amiss = agenda.retries(Date.now()) || isDisturbed();
      if (amiss) view.rescan();
      const overdue = amiss || agenda.isDue(Date.now());
      const batch = view.look(performance.now());
      if (mode === 'events') ears.heed(view.folders);
      if (batch !== undefined && (batch.length > 0 || isFirst)) return batch;
      // What is due does not wait for files that are being written.
      if (overdue && !isFirst) return [];
      const now = performance.now();
      await rest.for(Math.min(view.next(now) - now, agenda.next() - Date.now()));
    }
    return undefined;
  };

  /** What happens while a turn is made is taken up by the next one. */
  const makeTurn = async (isFirst: boolean): Promise<void> => {
    const batch = await nextBatch(isFirst);
    if (batch === undefined) return;
    const report = await run.turn(batch, (path) => view.isKnown(path));
    view.accept(batch);
    agenda.note(report);
    run.onReport(report);
  };

  const failTurn = (error: unknown) => {
    // Nothing is wrong with a turn that was cut off.
    if (isCut) return;
    agenda.fail(Date.now());
    run.onProblem(problem('turn-failed', {}, { reason: reasonOf(error) }));
  };

  if (config.watch.poll || !tellingSystems.has(process.platform)) poll();
  const first = Promise.resolve().then(async () => {
    // Loaded here, because who builds once or polls listens to nothing.
    if (mode === 'events') ({ listen } = await import('./watch/listen.js'));
    view.recall(run.recall());
    await makeTurn(true);
  });
  const keepOn = async () => {
    while (!closing) await makeTurn(false).catch(failTurn);
  };
  const ready = first.catch((error: unknown) => {
    if (!isCut) throw error;
  });
  const ended = ready
    .then(keepOn, () => undefined)
    .finally(() => ears.close())
    .finally(() => run.onEnd());
  const cut = () => {
    isCut = true;
    run.cut();
  };

  return {
    ready: ready.then(),
    get mode() {
      return mode;
    },
    close() {
      closing = true;
      rest.end();
      const timer = setTimeout(cut, patience);
      return ended.finally(() => clearTimeout(timer));
    },
  };
}
