import type { Article } from '../article/article.js';
import { type ContentRules, complete } from '../entry/complete.js';
import type { Entry, Headline } from '../entry/entry.js';
import type { Measuring, Neighbour, Neighbourhood } from '../entry/references.js';
import { type Problem, problem } from '../problems.js';
import { rootFrom } from '../render/formats.js';
import { type Fragments, fragments, type PageParts } from '../render/fragments.js';
import { card } from '../render/pages/card.js';
import { reading } from '../render/pages/reading.js';
import { type Looking, lookOf, readingRules } from './look.js';
import { near } from './near.js';
import { hrefOf, readingName } from './reading-name.js';

/** What the site says of the content of entries, and of pages that show them. */
export type TypesetRules = ContentRules & Looking;

/** What was asked of the neighbourhood, and the answers. */
export type Asked = readonly (readonly [path: string, answer: Neighbour | undefined])[];

/** An entry, completed and rendered. */
export interface Typeset {
  readonly fragments: Fragments;
  /** As long as the answers are the same, so is the entry. */
  readonly asked: Asked;
  /** Paths of files that were looked into: as long as these are the same, so is the entry. */
  readonly measured: readonly string[];
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
  rules: TypesetRules,
  neighbours: Neighbourhood,
  measure: Measuring,
): Typeset {
  try {
    return set(article, headline, rules, neighbours, measure);
  } catch (error) {
    const { path, format, found, body } = article;
    const bare = { path, format, found, body: { ...body, text: '' } };
    const failed = problem('article-failed', { path, line: body.line }, { reason: String(error) });
    return { ...set(bare, headline, rules, neighbours, measure), problems: [failed] };
  }
}

function set(
  article: Article,
  headline: Headline,
  rules: TypesetRules,
  neighbours: Neighbourhood,
  measure: Measuring,
): Typeset {
  const asked = new Map<string, Neighbour | undefined>();
  const measured = new Map<string, ReturnType<Measuring>>();
  const lookUp: Neighbourhood = (path) => {
    const neighbour = neighbours(path);
    asked.set(path, neighbour);
    return neighbour;
  };
  const lookInto: Measuring = (path) => {
    if (!measured.has(path)) measured.set(path, measure(path));
    return measured.get(path);
  };
  const { entry, content, problems } = complete(article, headline, rules, lookUp, lookInto);
  const page = rules.pages && pageParts(article.path, { ...entry, content }, rules);
  return {
    fragments: { ...fragments(entry), ...(page && { page }) },
    asked: [...asked],
    measured: [...measured.keys()],
    problems,
  };
}

/** Whoever reads an article on a page of its own reads all of it. */
function pageParts(path: string, entry: Entry, looking: Looking): PageParts {
  const look = lookOf(looking);
  const rules = readingRules(looking);
  if (!rules) return { card: card(entry, entry.permalink, look) };
  const name = readingName(path, entry.permalink, rules);
  const { head, body } = reading(entry, look);
  return {
    card: card(entry, hrefOf(name), look),
    reading: { head, body: look.siteGiven ? body : near(body, look.home, rootFrom(name)) },
  };
}
