import type { Article, Instant } from '../article/article.js';
import { type Problem, problem } from '../problems.js';
import { absolute, isWeb } from './address.js';

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
  article: Article,
  published: Instant,
  section: string | undefined,
  rules: PermalinkRules,
): { readonly address: string; readonly problems: readonly Problem[] } {
  const byPattern = () => onSite(fill(rules.pattern, article, published, section, rules), rules.site);
  const { link, path, found } = article;
  if (link === undefined) return { address: byPattern() ?? rules.site, problems: [] };
  const stated = onSite(fill(link, article, published, section, rules), rules.site);
  if (stated && isWeb(stated)) return { address: stated, problems: [] };
  const place = { path, ...(found.link?.line && { line: found.link.line }) };
  return {
    address: byPattern() ?? rules.site,
    problems: [problem('link-unusable', place, { value: link })],
  };
}

/** The path of an article as readers should see it: no ending, no `index`, no `_posts`. */
export function publicPath(path: string): string {
  const segments = path
    .replace(/\.[^./]+$/, '')
    .split('/')
    .filter((segment) => segment !== '_posts' && segment !== '_drafts');
  if (segments.length > 1 && /^_?index$/i.test(segments.at(-1) ?? '')) segments.pop();
  return segments.join('/');
}

function onSite(link: string, site: string): string | undefined {
  return absolute(/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link) ? link : link.replace(/^\/+/, ''), site);
}

function fill(
  pattern: string,
  article: Article,
  published: Instant,
  section: string | undefined,
  rules: PermalinkRules,
): string {
  if (!pattern.includes(':') || isWeb(pattern)) return pattern;
  const path = publicPath(article.path);
  const slug = article.slug ?? path.split('/').at(-1) ?? '';
  const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', {
    timeZone: rules.timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(published)
    .split('-');
  const title = (article.title ?? slug).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const values: Readonly<Record<string, string>> = {
    path,
    slug,
    title,
    section: section ?? '',
    year,
    month,
    day,
  };
  return pattern
    .replace(/:([a-z]+)/g, (whole, name: string) => {
      const value = values[name] ?? synonyms(name, values);
      return value === undefined ? whole : value.split('/').map(encodeURIComponent).join('/');
    })
    .replace(/([^:])\/{2,}/g, '$1/');
}

/** The names that other generators give the same things, in links which articles state. */
function synonyms(name: string, values: Readonly<Record<string, string>>): string | undefined {
  const same: Readonly<Record<string, string>> = {
    categories: 'section',
    category: 'section',
    filename: 'slug',
    slugorfilename: 'slug',
    basename: 'slug',
  };
  const known = same[name];
  return known === undefined ? undefined : values[known];
}
