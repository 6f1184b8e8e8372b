import type { Instant } from '../article/article.js';
import type { Particulars } from '../article/card.js';
import { type Problem, problem } from '../problems.js';
import { absolute, isWeb } from './address.js';
import { fillPattern } from './permalink-pattern.js';
import { placeOf } from './place-of.js';

/** Where an article's public address comes from. */
export interface PermalinkRules {
  /** Public address of the site, ending in `/`. */
  readonly site: string;
  /** For articles that state no address: `:path :slug :year :month :day :section :title` are filled in. */
  readonly pattern: string;
  /** IANA zone of the year, month and day. */
  readonly timezone: string;
}

/**
 * The public address of an article: what it states, else the pattern.
 *
 * @param article the article; its `link` may be absolute, a path on the site, or a pattern itself
 * @param published of the entry
 * @param section of the entry, if any
 */
export function permalink(
  article: Particulars,
  published: Instant,
  section: string | undefined,
  rules: PermalinkRules,
): { readonly address: string; readonly problems: readonly Problem[] } {
  const fill = (pattern: string) => fillPattern(pattern, { article, published, section, rules });
  const byPattern = () => onSite(fill(rules.pattern), rules.site);
  const { link, path, found } = article;
  if (link === undefined) return { address: byPattern() ?? rules.site, problems: [] };
  const stated = onSite(isWeb(link) ? link : fill(link), rules.site);
  if (stated && isWeb(stated) && stated.length <= longest) return { address: stated, problems: [] };
  const place = placeOf({ path, found }, 'link');
  return {
    address: byPattern() ?? rules.site,
    problems: [problem('link-unusable', place, { value: link.slice(0, 200) })],
  };
}

/** Servers and browsers refuse longer addresses; and every relative link is made of it. In characters. */
const longest = 2048;

function onSite(link: string, site: string): string | undefined {
  return absolute(/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link) ? link : `./${link.replace(/^\//, '')}`, site);
}
