import type { Format } from './article.js';

/** The format of an article file, by its ending; nothing where the file is no article. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : formats.get(ending);
}

/** Whether a file holds the front matter of an article beside it. */
export function isSidecar(path: string): boolean {
  return path.endsWith('.meta');
}

/** Whether a file describes the people whom articles name by an id (`authors.yml`, as Docusaurus and Jekyll have it). */
export function isPeopleFile(path: string): boolean {
  return /(?:^|\/)authors\.ya?ml$/i.test(path);
}

/** Where the front matter of an article would lie, if it lay beside it. */
export function sidecarOf(path: string): string {
  return path.replace(/\.[^./]+$/, '.meta');
}

const formats: ReadonlyMap<string, Format> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mkdn', 'markdown'],
  ['mkd', 'markdown'],
  ['mdown', 'markdown'],
  ['mdx', 'markdown'],
  ['rst', 'restructured'],
  ['rest', 'restructured'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
]);
