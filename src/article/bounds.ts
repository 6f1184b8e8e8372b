import { type Problem, problem } from '../problems.js';
import type { Article, Field, ReadContext } from './article.js';
import type { Draft } from './draft.js';

/** Longer titles are slips: a paragraph that was taken for one, or an attack. In characters. */
export const longestTitle = 300;

/** What a summary may have, in characters; what is longer is cut off after a sentence or a word. */
export const longestSummary = 1000;

/**
 * Cuts off what is more than an article may say of itself, so that it makes no thousands of feeds; of texts that readers
 * are shown in part, it only tells.
 *
 * @param context how many names may be
 * @returns what was lost
 */
export function bound(
  article: Draft & Pick<Article, 'path'>,
  context: Pick<ReadContext, 'maxTags'>,
): Problem[] {
  const { maxTags = Infinity } = context;
  const problems: Problem[] = [];
  const placeOf = (field: Field) => {
    const place = article.found[field];
    return { path: article.path, ...(place?.line !== undefined && { line: place.line }) };
  };
  for (const [field, limit] of [
    ['title', longestTitle],
    ['summary', longestSummary],
  ] as const) {
    const text = article[field];
    if (text === undefined || text.length <= limit) continue;
    problems.push(problem('cut-off', placeOf(field), { field, size: `${text.length} characters`, limit }));
    article[field] = text.slice(0, enough);
  }
  for (const field of ['tags', 'authors'] as const) {
    const count = article[field]?.length ?? 0;
    if (count <= maxTags) continue;
    problems.push(problem('cut-off', placeOf(field), { field, size: count, limit: maxTags }));
    if (field === 'tags') article.tags = article.tags?.slice(0, maxTags) ?? [];
    else article.authors = article.authors?.slice(0, maxTags) ?? [];
  }
  return problems;
}

/** What is cut to a limit needs no more to be cut from, white space and markup included. */
const enough = 10_000;
