import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addAbortSignal } from 'node:stream';

/** Runs git in the folder, and gives the pieces of what it says that stand between NULs. Throws where it fails. */
type Ask = (command: string, ...args: string[]) => AsyncGenerator<string, void>;

/** A file that a commit added, or gave another name. */
interface Arrival {
  readonly name: string;
  /** The name before; missing where the file is new. */
  readonly from?: string;
  /** When the commit was made by its author, in milliseconds. */
  readonly date: number;
}

/** Milliseconds after which git is not waited for any longer. */
const patience = 3000;

/** How long git is waited for. */
export interface Waiting {
  /** Milliseconds after which it is not waited for any longer. */
  readonly limit?: number;
  /** Cuts off the call. */
  readonly end?: AbortSignal;
}

/** The last moment that a date can tell, in milliseconds. */
const lastMoment = 8.64e15;

/**
 * Tells when files of the articles folder were first committed to the git repository in which it lies, whatever their
 * names were then. A file that was removed and came back counts from when it came back; a copy is a new file.
 *
 * The date is the author's, in whole seconds, which is all that git keeps: it is when somebody had the text ready,
 * while the committer's date is renewed by each amend, rebase and cherry-pick.
 *
 * It tells of all files or, where git is missing, refuses, takes too long, or lacks the past in a shallow clone, of
 * none: what is known must not depend on how fast this machine is. Throws only where it is cut off. Outside of git it
 * starts no process.
 *
 * @param folder absolute path of the articles folder
 * @param paths of the files, relative to it, with `/`
 * @param waiting how long git is waited for
 * @returns milliseconds by path; without the files that are not committed
 */
export async function firstCommits(
  folder: string,
  paths: ReadonlySet<string>,
  { limit = patience, end }: Waiting = {},
): Promise<ReadonlyMap<string, number>> {
  try {
    const place = realpathSync.native(folder);
    if (paths.size === 0 || !liesInRepository(place)) return new Map();
    return await trace(
      gitIn(place, AbortSignal.any([AbortSignal.timeout(limit), ...(end ? [end] : [])])),
      paths,
    );
  } catch {
    // The caller has other times to go by, but must not where it would not have waited.
    end?.throwIfAborted();
    return new Map();
  }
}

function liesInRepository(place: string): boolean {
  if (existsSync(join(place, '.git'))) return true;
  const above = dirname(place);
  return above !== place && liesInRepository(above);
}

/** Follows the files back from commit to commit, until the first of each is found. */
async function trace(ask: Ask, paths: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const prefix = await prefixOf(ask);
  const dates = new Map<string, number>();
  if (prefix === undefined) return dates;
  // By the name that they had at the commit at hand. Two may come from one, which branches renamed each in its own way.
  const sought = new Map<string, readonly string[]>();
  for await (const path of committed(ask)) if (paths.has(path)) sought.set(prefix + path, [path]);
  if (sought.size === 0) return dates;
  for await (const { name, from, date } of arrivals(ask)) {
    const files = sought.get(name);
    if (files === undefined) continue;
    sought.delete(name);
    if (from !== undefined) sought.set(from, [...(sought.get(from) ?? []), ...files]);
    else if (date <= lastMoment) for (const file of files) dates.set(file, date);
    if (sought.size === 0) break;
  }
  return dates;
}

/**
 * What the names of the folder's files begin with in the repository: empty, or a path with `/` at its end. Nothing
 * where the repository cannot tell: where a shallow clone begins, everything looks added at once.
 */
async function prefixOf(ask: Ask): Promise<string | undefined> {
  const questions = ['--is-shallow-repository', '--is-inside-work-tree', '--show-prefix'];
  for await (const said of ask('rev-parse', ...questions)) return /^false\ntrue\n(.*)\n$/s.exec(said)?.[1];
  return undefined;
}

/** The files of the folder in the last commit, relative to it: history also tells of files that are gone. */
function committed(ask: Ask): AsyncGenerator<string, void> {
  return ask('ls-tree', '-r', '-z', '--name-only', 'HEAD');
}

/**
 * What came in each commit, the last one first. All of the repository, since files come from outside the folder, and
 * the folder itself may have had another name.
 */
async function* arrivals(ask: Ask): AsyncGenerator<Arrival, void> {
  // A number of its own for the limit of renames: it differs between versions of git.
  const changes = ['-M', '-l400', '--diff-filter=AR', '--name-status', '--no-ext-diff', '--no-textconv'];
  const pieces = ask('log', '-z', '--format=@%at', '--no-show-signature', '--no-color', ...changes);
  let date = Number.NaN;
  for await (const piece of pieces) {
    const word = piece.trimStart();
    if (word.startsWith('@')) date = word === '@' ? Number.NaN : Number(word.slice(1)) * 1000;
    else if (word === 'A') yield { name: await next(pieces), date };
    else if (word.startsWith('R')) yield { from: await next(pieces), name: await next(pieces), date };
  }
}

async function next(pieces: AsyncGenerator<string, void>): Promise<string> {
  const { value } = await pieces.next();
  if (value === undefined) throw new Error('git stopped in the middle of a sentence');
  return value;
}

/**
 * The articles may come from anybody, and the config of their repository with them, so git is kept from every program
 * that it may name: monitors, hooks, pagers, checks of signatures, and diff drivers are switched off here and at the
 * command; what fetches missing objects has no protocol left to do so. Filters, merge drivers, editors and credential
 * helpers have no part in reading history. The rest is so that no config alters what git says.
 */
const settings = Object.entries({
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'log.showSignature': 'false',
  // Files among the articles may look like a repository of their own.
  'safe.bareRepository': 'explicit',
  'log.showRoot': 'true',
  'log.mailmap': 'false',
  'diff.relative': 'false',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Where this is run by a hook of git, they name the repository of the hook. */
const misleading = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
];

function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !misleading.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // Older versions know this one alone: the list of protocols that may be used.
    GIT_ALLOW_PROTOCOL: '',
    LC_ALL: 'C',
  };
}

function gitIn(place: string, signal: AbortSignal): Ask {
  return async function* ask(command, ...args) {
    const { spawn } = await import('node:child_process');
    const child = spawn('git', ['--no-pager', '-C', place, ...settings, command, ...args], {
      // Windows looks for programs in the current folder first, and there might be one among the articles.
      cwd: process.platform === 'win32' ? dirname(process.execPath) : '/',
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      killSignal: 'SIGKILL',
      signal,
    });
    const end = new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null));
      child.on('close', resolve);
    });
    try {
      let rest = '';
      child.stdout.setEncoding('utf8');
      // The signal ends the reading too: what git is called by may have started another process, which lives on.
      for await (const chunk of addAbortSignal(signal, child.stdout)) {
        const pieces = `${rest}${chunk}`.split('\0');
        rest = pieces.pop() ?? '';
        yield* pieces;
      }
      if ((await end) !== 0) throw new Error(`git ${command} failed`);
      if (rest !== '') yield rest;
    } finally {
      child.kill('SIGKILL');
    }
  };
}
