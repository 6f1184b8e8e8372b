import { opendirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Problem, problem } from '../problems.js';
import { FolderError } from './folder-error.js';
import type { Follow } from './links.js';
import { codeOf, reasonOf } from './reason.js';
import type { Skip } from './skip.js';
import { identityOf } from './walk.js';

/** The folders of a run, by absolute path. */
export interface FolderPaths {
  /** The articles; it must exist. */
  readonly articles: string;
  /** The documents; it may not exist yet. */
  readonly output: string;
  /** What is remembered; it may not exist yet. */
  readonly state: string;
  /** How far links in the articles folder are followed; not at all where left out. */
  readonly followLinks?: false | Follow['where'];
}

/** How the articles folder and the output folder stand to each other. */
export interface Folders {
  /** Leaves the other folders out of the listing, where they lie inside the articles folder. */
  readonly skip: Skip;
  /** How far links are followed; not at all where left out. */
  readonly follow?: Follow;
  /** Where the articles folder lies inside the output folder, relative to that, with `/`: no document may land there. */
  readonly keepOut?: string;
}

/**
 * Checks the folders before anything is read or written. Real paths are compared, so that neither links nor
 * upper and lower case hide that two paths are one.
 *
 * @throws FolderError where there are no articles to read, or the documents would lie among them
 */
export function checkFolders({ articles, output, state, followLinks }: FolderPaths): Folders {
  const problems: Problem[] = [];
  const from = folderAt(articles);
  const to = folderAt(output);
  if (from.reason !== undefined) {
    problems.push(problem('articles-unreadable', {}, { folder: articles, reason: from.reason }));
  }
  if (to.reason !== undefined && !to.missing) {
    problems.push(problem('output-unusable', {}, { folder: output, reason: to.reason }));
  } else if (from.id !== undefined && from.id === to.id) {
    const reason = 'it is the articles folder itself';
    problems.push(problem('output-unusable', {}, { folder: output, reason }));
  }
  if (problems.length > 0) throw new FolderError(problems);

  const [realArticles, realOutput, realState] = [realPath(articles), realPath(output), realPath(state)];
  const own = [realOutput, realState];
  const inside = own.map((folder) => pathWithin(realArticles, folder));
  const articlesInside = pathWithin(realOutput, realArticles);
  return {
    skip: (path) => inside.includes(path),
    ...(followLinks && {
      follow: { where: followLinks, never: own.map((folder) => folder.split(sep).join('/')) },
    }),
    ...(articlesInside !== undefined && { keepOut: articlesInside }),
  };
}

interface FolderState {
  readonly id?: string;
  readonly reason?: string;
  readonly missing?: boolean;
}

function folderAt(path: string): FolderState {
  try {
    opendirSync(path).closeSync();
    return { id: identityOf(statSync(path, { bigint: true })) };
  } catch (error) {
    return { reason: reasonOf(error), missing: codeOf(error) === 'ENOENT' };
  }
}

/** The path with every link resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path === dirname(path) ? path : join(realPath(dirname(path)), basename(path));
  }
}

/** Where `inner` lies in `outer`, with `/`; nothing where it does not. */
function pathWithin(outer: string, inner: string): string | undefined {
  const path = relative(outer, inner);
  const outside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return outside ? undefined : path.split(sep).join('/');
}
