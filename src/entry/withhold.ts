import type { Card } from '../article/card.js';
import type { Reason } from '../report.js';

/**
 * Why an article is no entry, apart from its date.
 *
 * @param card of the article
 * @param bundle the card of the article whose bundle the file lies in, if it lies in one (`slug/index.md`)
 * @returns nothing where it is to be published
 */
export function withhold(card: Card, bundle: Card | undefined): Reason | undefined {
  const { path, hold, hasText, found } = card;
  if (hold) return hold;
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  if (/^_index\./i.test(name)) return 'section page';
  if (segments.some((segment) => segment.startsWith('_') && segment !== '_posts')) return 'partial';
  // A page for each of many things, `[slug].md`, is a template.
  if (/^\[.+\]\.[a-z]+$/i.test(name)) return 'partial';
  if (isAboutTheFolder(name) && !found.published) return 'readme';
  const titled = found.title !== undefined && found.title.in !== 'path';
  if (bundle && isFullArticle(bundle) && !titled && !found.published) return 'partial';
  return titled || hasText ? undefined : 'empty';
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
  return folder ? indexes.map((name) => folder + name).filter((one) => one !== path) : [];
}

/** Whether a file, if it is an article, may be one that has its folder for itself. */
export function isBundleIndex(path: string): boolean {
  return indexes.some((name) => path.endsWith(`/${name}`));
}

const indexes = ['index.md', 'index.mdx', 'index.html'];

/** Only an index that is an article itself makes its folder a bundle; others merely list what lies there. */
function isFullArticle({ found }: Card): boolean {
  return found.title?.in === 'front matter' && found.published !== undefined;
}
