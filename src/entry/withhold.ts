import type { Article } from '../article/article.js';
import type { Reason } from '../report.js';

/**
 * Why an article is no entry, apart from its date.
 *
 * @param bundle the article whose bundle the file lies in, if it lies in one (`slug/index.md`)
 * @returns nothing where it is to be published
 */
export function withhold(article: Article, bundle: Article | undefined): Reason | undefined {
  const { path, hold, title, body, found } = article;
  if (hold) return hold;
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  if (/^_index\./i.test(name)) return 'section page';
  if (segments.some((segment) => segment.startsWith('_') && segment !== '_posts')) return 'partial';
  // A page for each of many things, `[slug].md`, is a template.
  if (/^\[.+\]\.[a-z]+$/i.test(name)) return 'partial';
  if (isAboutTheFolder(name) && !found.published) return 'readme';
  const titled = title !== undefined && found.title?.in !== 'path';
  if (bundle && isFullArticle(bundle) && !titled && !found.published) return 'partial';
  return titled || body.text.trim() ? undefined : 'empty';
}

/** Files that tell of the folder they lie in. They are articles all the same if they state a date. */
function isAboutTheFolder(name: string): boolean {
  return /^(?:readme|licen[cs]e|copying|changelog|contributing|code[-_]of[-_]conduct|security|authors|notice)(?:\.[a-z-]+)?\.[a-z]+$/i.test(
    name,
  );
}

/** The paths at which the article would lie whose bundle holds a file. */
export function bundleOf(path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder
    ? ['index.md', 'index.mdx', 'index.html'].map((name) => folder + name).filter((one) => one !== path)
    : [];
}

/** Only an index that is an article itself makes its folder a bundle; others merely list what lies there. */
function isFullArticle({ found }: Article): boolean {
  return found.title?.in === 'front matter' && found.published !== undefined;
}
