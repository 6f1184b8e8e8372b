import { formatOf } from '../article/formats.js';
import { loadReaders } from '../article/readers.js';
import type { ResolvedConfig } from '../config/config.js';
import { checkFolders } from '../disk/folders.js';
import { listSources } from '../disk/list.js';
import { readSource } from '../disk/read.js';
import { type Problem, problem } from '../problems.js';
import { type Linted, type LintRules, lintArticle } from './article.js';
import type { Source } from './source.js';
import { Twins } from './twins.js';

/**
 * Reads each article once more, for what a build takes as it is, and for the places of what was found before.
 *
 * @param isLinted whether an article is one for readers
 * @param only the one article that matters; all where left out
 * @param found what is wrong with the articles, as far as it is known
 */
export async function lint(
  config: ResolvedConfig,
  isLinted: (path: string) => boolean,
  only: string | undefined,
  found: readonly Problem[],
): Promise<Problem[]> {
  const { articles, maxFileSize, followLinks, timezone, maxTags } = config;
  const { sources } = listSources(articles, checkFolders(config));
  const names = grouped(sources.keys(), (path) => (path.split('/').at(-1) ?? '').toLowerCase());
  const folder = {
    ...{ timezone, maxTags, maxFileSize },
    has: (path: string) => sources.has(path),
    named: (name: string) => names.get(name.toLowerCase()) ?? [],
  };
  const isAsked = (path: string) => formatOf(path) !== undefined && (only === undefined || path === only);
  const paths = [...sources.keys()].filter(isAsked).sort();
  await loadReaders(paths);
  const twins = new Twins();
  const before = grouped(found, ({ path = '' }) => path);
  const all: Problem[] = [];
  for (const path of paths) {
    const reading = readSource(articles, path, maxFileSize, undefined, followLinks);
    if (!('bytes' in reading)) continue;
    const modified = sources.get(path)?.modified ?? 0;
    const { problems, article, source } = linted(reading.bytes, { ...folder, path, modified });
    const more = isLinted(path) ? [...problems, ...(article ? twins.look(article) : [])] : [];
    for (const one of [...(before.get(path) ?? []), ...more]) all.push(placed(one, source));
    before.delete(path);
  }
  return [...[...before.values()].flat(), ...all];
}

/** No article keeps the others from being looked at. */
function linted(bytes: Uint8Array, rules: LintRules): Linted {
  try {
    return lintArticle(bytes, rules);
  } catch (error) {
    return { problems: [problem('article-failed', { path: rules.path }, { reason: String(error) })] };
  }
}

function grouped<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** A problem with its column, as far as the text that it quotes tells. */
function placed(found: Problem, source: Source | undefined): Problem {
  if (!source || found.column !== undefined) return found;
  const quotes = [...found.message.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote.replace(/…$/, ''));
  const [quote = ''] = quotes.filter((one) => source.text.includes(one));
  if (found.line !== undefined) return { ...found, ...source.on(found.line, quote) };
  return { ...found, ...source.first(quote) };
}
