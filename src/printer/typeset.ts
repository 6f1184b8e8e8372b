import type { Article } from '../article/article.js';
import { type ContentRules, complete } from '../entry/complete.js';
import type { Headline } from '../entry/entry.js';
import type { Neighbour, Neighbourhood } from '../entry/references.js';
import { type Problem, problem } from '../problems.js';
import { type Fragments, fragments } from '../render/fragments.js';

/** What was asked of the neighbourhood, and the answers. */
export type Asked = readonly (readonly [path: string, answer: Neighbour | undefined])[];

/** An entry, completed and rendered. */
export interface Typeset {
  readonly fragments: Fragments;
  /** As long as the answers are the same, so is the entry. */
  readonly asked: Asked;
  /** What was found wrong in completing it. */
  readonly problems: readonly Problem[];
}

/**
 * Completes the entry of an article, and renders it in every format. Never throws: an entry that cannot be completed has
 * its headline alone, and all others are published.
 */
export function typeset(
  article: Article,
  headline: Headline,
  rules: ContentRules,
  neighbours: Neighbourhood,
): Typeset {
  try {
    return set(article, headline, rules, neighbours);
  } catch (error) {
    const { path, format, found, body } = article;
    const bare = { path, format, found, body: { ...body, text: '' } };
    const failed = problem('article-failed', { path, line: body.line }, { reason: String(error) });
    return { ...set(bare, headline, rules, neighbours), problems: [failed] };
  }
}

function set(article: Article, headline: Headline, rules: ContentRules, neighbours: Neighbourhood): Typeset {
  const asked = new Map<string, Neighbour | undefined>();
  const { entry, problems } = complete(article, headline, rules, (path) => {
    const neighbour = neighbours(path);
    asked.set(path, neighbour);
    return neighbour;
  });
  return { fragments: fragments(entry), asked: [...asked], problems };
}
