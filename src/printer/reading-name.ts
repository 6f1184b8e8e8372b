import { publicPath } from '../entry/public-path.js';

/**
 * The name of the page on which an article can be read, relative to the output folder.
 *
 * @param folder of all such pages
 * @param path of the article
 */
export function readingName(folder: string, path: string): string {
  return [folder, ...publicPath(path).split('/'), 'index.html'].filter((part) => part !== '').join('/');
}

/** A name as the address of a link. */
export function hrefOf(name: string): string {
  // Half of a character stands for nothing, and cannot be encoded.
  const whole = name.replace(/\p{Surrogate}/gu, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}
