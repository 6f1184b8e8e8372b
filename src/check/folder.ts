import { isAbsolute, join } from 'node:path';
import { rehearse } from '../build.js';
import type { ResolvedConfig } from '../config/config.js';
import type { Problem } from '../problems.js';
import type { Reason } from '../report.js';
import { comparer, passOver } from './compare.js';
import { documentProblems } from './documents.js';
import { lint } from './lint.js';

/** What a look at a folder came to: problems with absolute paths, and how many articles there are. */
export interface Looked {
  readonly problems: readonly Problem[];
  readonly articles: number;
}

/** Those that are no articles for readers. */
const unlinted: readonly Reason[] = ['partial', 'section page', 'readme', 'redirect', 'empty', 'unreadable'];

/**
 * Checks articles, and the documents that were written of them, and writes nothing.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @param only the one article that matters, relative to the articles folder; all, and the documents, where left out
 * @throws FolderError where the folders cannot be used
 */
export async function checkFolder(config: ResolvedConfig, now: number, only?: string): Promise<Looked> {
  const { articles, output } = config;
  const { comparison, write } = comparer(output, now);
  const report = await rehearse(config, only === undefined ? write : passOver);
  const passed = new Set(
    report.withheld.filter(({ reason }) => unlinted.includes(reason)).map(({ path }) => path),
  );
  const about = only === undefined ? report.problems : report.problems.filter(({ path }) => path === only);
  const linted = await lint(config, (path) => !passed.has(path), only, about);
  const ofDocuments = only === undefined ? documentProblems(config, comparison) : [];
  return {
    problems: [...linted.map((one) => inFolder(one, articles)), ...ofDocuments],
    articles: report.articles,
  };
}

/** The ledger has an absolute path already. */
function inFolder(found: Problem, folder: string): Problem {
  return found.path === undefined || isAbsolute(found.path)
    ? found
    : { ...found, path: join(folder, found.path) };
}
