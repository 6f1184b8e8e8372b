import { join } from 'node:path';
import { formatOf } from '../article/formats.js';
import { loadReaders } from '../article/readers.js';
import { rehearse } from '../build.js';
import type { ResolvedConfig } from '../config/config.js';
import { checkFolders } from '../disk/folders.js';
import { listSources } from '../disk/list.js';
import { readSource } from '../disk/read.js';
import { examineFeed } from '../examine/examine.js';
import { type Problem, problem } from '../problems.js';
import type { Reason } from '../report.js';
import { type LintRules, lintArticle } from './article.js';
import { type Comparison, comparer } from './compare.js';
import type { Source } from './source.js';
import { Twins } from './twins.js';

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
 * @param only the one article that matters, relative to the articles folder; all, and the documents, where left out
 * @throws FolderError where the folders cannot be used
 */
export async function checkFolder(config: ResolvedConfig, only?: string): Promise<Looked> {
  const { articles, output } = config;
  const { comparison, write } = comparer(output);
  const report = await rehearse(config, write);
  const passed = new Set(
    report.withheld.filter(({ reason }) => unlinted.includes(reason)).map(({ path }) => path),
  );
  const about = only === undefined ? report.problems : report.problems.filter(({ path }) => path === only);
  const linted = await lint(config, (path) => !passed.has(path), only, about);
  const ofDocuments = only === undefined ? documentProblems(config, comparison, report.at) : [];
  return {
    problems: [...linted.map((one) => inFolder(one, articles)), ...ofDocuments],
    articles: report.articles,
  };
}

/** The ledger has an absolute path already. */
function inFolder(found: Problem, folder: string): Problem {
  return found.path === undefined || found.path.startsWith('/')
    ? found
    : { ...found, path: join(folder, found.path) };
}

/** Reads each article once more, for what a build takes as it is, and for the places of what was found before. */
async function lint(
  config: ResolvedConfig,
  isLinted: (path: string) => boolean,
  only: string | undefined,
  found: readonly Problem[],
): Promise<Problem[]> {
  const { articles, maxFileSize, followLinks, timezone, maxTags } = config;
  const { sources } = listSources(articles, checkFolders(config));
  const names = new Map<string, string[]>();
  for (const path of sources.keys()) {
    const name = (path.split('/').at(-1) ?? '').toLowerCase();
    names.set(name, [...(names.get(name) ?? []), path]);
  }
  const has = (path: string) => sources.has(path);
  const named: LintRules['named'] = (name) => names.get(name.toLowerCase()) ?? [];
  const paths = [...sources.keys()].filter((path) => formatOf(path) !== undefined).sort();
  await loadReaders(paths);
  const twins = new Twins();
  const before = new Map<string, Problem[]>();
  for (const one of found) before.set(one.path ?? '', [...(before.get(one.path ?? '') ?? []), one]);
  const all: Problem[] = [];
  for (const path of paths) {
    const reading = readSource(articles, path, maxFileSize, undefined, followLinks);
    const modified = sources.get(path)?.modified ?? 0;
    if (!('bytes' in reading)) continue;
    const rules = { path, modified, timezone, maxTags, maxFileSize, has, named };
    const { problems, article, source } = lintArticle(reading.bytes, rules);
    const more = isLinted(path) ? [...problems, ...(article ? twins.look(article) : [])] : [];
    if (only !== undefined && path !== only) continue;
    for (const one of [...(before.get(path) ?? []), ...more]) all.push(placed(one, source));
    before.delete(path);
  }
  return [...[...before.values()].flat(), ...all];
}

/** A problem with its column, as far as the text that it quotes tells. */
function placed(found: Problem, source: Source | undefined): Problem {
  if (!source || found.column !== undefined) return found;
  const quotes = [...found.message.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote.replace(/…$/, ''));
  const [quote = ''] = quotes.filter((one) => source.text.includes(one));
  if (found.line !== undefined) return { ...found, ...source.on(found.line, quote) };
  return { ...found, ...source.first(quote) };
}

function documentProblems({ output }: ResolvedConfig, comparison: Comparison, now: number): Problem[] {
  const { missing, stale, leftover, feeds } = comparison;
  if (feeds.size === 0 && stale.length === 0 && leftover.length === 0)
    return [problem('output-unbuilt', { path: output }, { folder: output })];
  const kinds = [
    ['document-missing', missing],
    ['document-stale', stale],
    ['document-leftover', leftover],
  ] as const;
  const ofStanding = kinds.flatMap(([code, [...names]]) => {
    const [first] = names.sort(byWeight);
    return first === undefined ? [] : [problem(code, { path: join(output, first) }, { names: told(names) })];
  });
  const examined = [...feeds].flatMap(([name, bytes]) =>
    examineFeed(bytes, { path: join(output, name), now }),
  );
  return [...ofStanding, ...examined];
}

/** The main documents first. */
function byWeight(one: string, other: string): number {
  const depth = (name: string) => name.split('/').length;
  return depth(one) - depth(other) || (one < other ? -1 : 1);
}

/** One finding for all: after each change most documents are other than before. */
function told(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
