import type { Person } from '../article/article.js';
import type { Particulars } from '../article/card.js';
import type { Problem } from '../problems.js';
import { byline } from './byline.js';
import type { Headline } from './entry.js';
import { known } from './language.js';
import { type PermalinkRules, permalink } from './permalink.js';
import { plain } from './plain.js';
import { publicPath } from './public-path.js';
import { plainTitle } from './title.js';

/** What the site says for articles that say nothing. */
export interface HeadlineRules extends PermalinkRules {
  readonly language: string;
  readonly authors: readonly Person[];
  /** Of podcasts; nothing where there are to be none. */
  readonly podcast?: object;
}

/** What is permanent of an entry, or moves by rules of its own. */
export type Standing = Pick<Headline, 'id' | 'nth' | 'published' | 'updated'>;

/**
 * Makes the headline of an article's entry.
 *
 * @param article what the author wrote
 * @param standing its permanent id, its place and its dates
 * @param rules what the site says
 */
export function headline(
  article: Particulars,
  standing: Standing,
  rules: HeadlineRules,
): { readonly headline: Headline; readonly problems: readonly Problem[] } {
  const { id, nth, published, updated } = standing;
  const section = sectionOf(article.path);
  const link = permalink(article, published, section, rules);
  return {
    headline: {
      id,
      nth,
      permalink: link.address,
      title: plainTitle(article.title ?? '') || plain(publicPath(article.path)) || 'Untitled',
      published,
      updated,
      authors: byline(article.authors?.length ? article.authors : rules.authors),
      tags: uniqueTags(article.tags ?? []),
      language: known(article.language) ?? rules.language,
      ...(section && { section }),
      ...(rules.podcast && article.audible && { isEpisode: true }),
    },
    problems: link.problems,
  };
}

/** The first folder, unless it is the article's own (`slug/index.md`) or one of a generator's. */
function sectionOf(path: string): string | undefined {
  const folders = publicPath(path).split('/').slice(0, -1);
  return folders.find((folder) => !folder.startsWith('_'));
}

/** Each tag once, however it is capitalised, as it is written first. */
function uniqueTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags.map(plain))
    if (tag && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()];
}
