import type { Article, Field } from '../article/article.js';
import type { Place } from '../problems.js';

/** Where an article makes a statement, for what is told of it. */
export function placeOf({ path, found }: Pick<Article, 'path' | 'found'>, field: Field): Place {
  const line = found[field]?.line;
  return { path, ...(line && { line }) };
}
