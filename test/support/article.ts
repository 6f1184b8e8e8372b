import type { Article } from '../../src/article/article.js';

/** An article as a reader would hand it on, but for what is given. */
export function sampleArticle(given: Partial<Article> = {}): Article {
  const path = given.path ?? 'harbour/ferry.md';
  return {
    path,
    format: 'markdown',
    title: 'Night ferry returns',
    published: Date.UTC(2026, 4, 6, 8, 30),
    body: { markup: 'markdown', text: 'The boat sails again.', line: 1 },
    found: { title: { in: 'front matter', line: 2 }, published: { in: 'front matter', line: 3 } },
    ...given,
  };
}
