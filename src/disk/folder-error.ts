import type { Problem } from '../problems.js';

/** The folders cannot be used as they are: nothing can be built, and nothing was touched. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
  /** Every fault that was found, not the first alone. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((found) => found.message).join('\n'));
    this.problems = problems;
  }
}
