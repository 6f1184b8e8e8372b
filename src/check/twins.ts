import type { Article } from '../article/article.js';
import { placeOf } from '../entry/place-of.js';
import { type Problem, problem } from '../problems.js';

/** Finds articles that have title and date of another; to be shown all of them, in the order of their paths. */
export class Twins {
  readonly #seen = new Map<string, string>();

  /** The problem, where an article is a twin of one that was shown before. */
  look({ path, title, published, language, found, hold }: Article): Problem[] {
    if (title === undefined || published === undefined || hold !== undefined || found.published?.relative)
      return [];
    // A translation often keeps both.
    const key = JSON.stringify([title.toLowerCase(), published, language ?? '']);
    const other = this.#seen.get(key);
    if (other === undefined) this.#seen.set(key, path);
    if (other === undefined || found.title?.in === 'path') return [];
    return [problem('article-twin', placeOf({ path, found }, 'title'), { other })];
  }
}
