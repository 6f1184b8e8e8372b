import type { Article } from '../article/article.js';
import { longestSummary } from '../article/bounds.js';
import { inlineText } from '../article/inline-text.js';
import type { Problem } from '../problems.js';
import { contentOf } from './content/content-of.js';
import { shorten } from './content/shorten.js';
import { summaryOf } from './content/summary.js';
import { creditLine, creditOf } from './credit.js';
import type { Entry, Headline } from './entry.js';
import { episodeOf } from './episode.js';
import { enclosures, illustration } from './media.js';
import { plain } from './plain.js';
import { type Measuring, type Neighbourhood, references, resolver } from './references.js';

/** What the site says of the content of entries. */
export interface ContentRules {
  readonly site: string;
  /** Whether entries carry their whole text, or the summary alone. */
  readonly fullText: boolean;
  /** Whether the text of each ends with a line that says where it appeared first. */
  readonly credit: boolean;
  readonly title: string;
  /** How much of an article's text can be set, in letters; markup counts for more. */
  readonly maxFileSize: number;
}

/**
 * Completes a headline to the entry that readers show.
 *
 * @param article what the author wrote
 * @param neighbours what lies in the articles folder beside it
 * @param measure looks into files of the articles folder, where entries of podcasts attach them
 * @returns the entry, its whole content whether feeds carry it or not, and what was found wrong
 */
export function complete(
  article: Article,
  headline: Headline,
  rules: ContentRules,
  neighbours: Neighbourhood,
  measure: Measuring = () => undefined,
): { readonly entry: Entry; readonly content: string; readonly problems: readonly Problem[] } {
  const find = references(article, headline.permalink, rules.site, neighbours);
  const content = contentOf(article, resolver(find), rules.maxFileSize);
  const image = illustration(article, find);
  const credit = creditOf(article);
  const line = rules.credit && content.html ? creditLine(headline, credit.origin, rules) : '';
  const media = enclosures(article, find, headline.isEpisode && measure);
  const episode = headline.isEpisode && episodeOf(article, media.enclosures, find, measure);
  return {
    entry: {
      ...headline,
      summary: plain(summary(article, content.html, rules.maxFileSize)),
      content: rules.fullText ? content.html + line : '',
      ...(image && { image }),
      enclosures: media.enclosures,
      ...credit,
      ...(episode?.episode && { episode: episode.episode, enclosures: episode.enclosures }),
    },
    content: content.html,
    problems: [...content.problems, ...media.problems, ...(episode?.problems ?? [])],
  };
}

/** Where generators cut the summary off: `<!-- more -->`, `<!-- truncate -->`, and their forms in MDX and reStructuredText. */
const cut =
  /<!--[ \t]*(?:more|truncate|excerpt|read[ -]?more|teaser_end)\b[^<>]*-->|\{\/\*[ \t]*truncate[ \t]*\*\/\}|^\.\. teaser_end\b/im;

/** Links that are defined behind the cut, and used before it. */
const definition = /^ {0,3}\[[^\]\n]+\]:.*$|^\.\. _.*$/gm;

/** What the article states, else what stands before the cut, else its first sentences. */
function summary(article: Article, content: string, limit: number): string {
  if (article.summary) return shorten(inlineText(article.summary), longestSummary);
  const at = article.body.text.search(cut);
  if (at <= 0) return summaryOf(content);
  const definitions = article.body.text.slice(at).match(definition) ?? [];
  const body = { ...article.body, text: [article.body.text.slice(0, at), ...definitions].join('\n') };
  const head = contentOf({ path: article.path, body }, () => undefined, limit);
  return summaryOf(head.html, longestSummary) || summaryOf(content);
}
