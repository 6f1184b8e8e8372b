import type { Instant } from '../article/article.js';
import type { Particulars } from '../article/card.js';
import type { Day } from '../article/dates/civil.js';
import { dayIn } from '../article/dates/zone.js';
import { publicPath } from './public-path.js';

/** What the placeholders of a pattern are filled from. */
export interface PatternValues {
  readonly article: Particulars;
  readonly published: Instant;
  readonly section: string | undefined;
  readonly rules: { readonly timezone: string };
}

/**
 * Fills the placeholders of a permalink pattern, as `/:year/:slug/`. The names that other generators give the same
 * things are understood too; what is no placeholder stays as it is.
 */
export function fillPattern(pattern: string, values: PatternValues): string {
  const filled = pattern
    .replace(/:([a-z]+)/g, (whole, name: string) => {
      const value = placeholders.get(name)?.(values);
      return value === undefined ? whole : encoded(value);
    })
    .replace(/([^:])\/{2,}/g, '$1/');
  // Two slashes at the start name a host, where they are not left over from a placeholder that is empty.
  return pattern.startsWith('//') ? filled : filled.replace(/^\/{2,}/, '/');
}

/** Half of a character stands for nothing, and cannot be encoded. */
function encoded(value: string): string {
  const whole = value.replace(/\p{Surrogate}/gu, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}

type Placeholder = (values: PatternValues) => string;

const section: Placeholder = (values) => values.section ?? '';
const slug: Placeholder = ({ article }) => article.slug ?? publicPath(article.path).split('/').at(-1) ?? '';
const title: Placeholder = (values) =>
  (values.article.title ?? slug(values))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const placeholders: ReadonlyMap<string, Placeholder> = new Map(
  Object.entries({
    path: ({ article }) => publicPath(article.path),
    slug,
    filename: slug,
    basename: slug,
    slugorfilename: slug,
    title,
    section,
    category: section,
    categories: section,
    year: (values) => String(day(values).year),
    month: (values) => String(day(values).month).padStart(2, '0'),
    day: (values) => String(day(values).day).padStart(2, '0'),
  } satisfies Record<string, Placeholder>),
);

function day({ published, rules }: PatternValues): Day {
  return dayIn(published, rules.timezone);
}
