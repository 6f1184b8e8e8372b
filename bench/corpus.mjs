import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { article } from './article.mjs';

/**
 * A folder of articles, the same wherever it is made. One that is there and complete is used again.
 *
 * @param {string} home where the corpora lie
 * @param {number} size how many articles
 * @param {(text: string) => void} say told where one has to be made
 * @returns {string} its path
 */
export function corpus(home, size, say) {
  const folder = join(home, `corpus-${size}-${edition}`);
  if (existsSync(folder)) return folder;
  say(`writing ${size.toLocaleString('en')} articles`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const folders = new Set();
  for (let index = 0; index < size; index++) {
    const { path, text } = article(index, size);
    const file = join(unfinished, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, text);
  }
  renameSync(unfinished, folder);
  return folder;
}

/** Another one where anything changes by which the articles are made. */
const edition = ['article', 'random', 'words']
  .reduce(
    (hash, name) => hash.update(readFileSync(new URL(`${name}.mjs`, import.meta.url))),
    createHash('sha256'),
  )
  .digest('hex')
  .slice(0, 8);
