import type { Problem } from '../../problems.js';

/** What was said of each attempt the last time: it is not said again until it is something else. */
export class News<Attempt extends string> {
  readonly #said = new Map<Attempt, string>();

  /**
   * Notes how an attempt went.
   *
   * @param found what went wrong; nothing means that the attempt succeeded
   * @returns the problem, unless it was said the last time
   */
  of(attempt: Attempt, found: Problem | undefined): Problem[] {
    if (found === undefined) {
      this.#said.delete(attempt);
      return [];
    }
    if (this.#said.get(attempt) === found.message) return [];
    this.#said.set(attempt, found.message);
    return [found];
  }
}
