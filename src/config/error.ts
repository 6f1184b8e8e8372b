import type { Problem } from '../problems.js';

/** Feedmill cannot run as it is told to: a fault of the config, the command line or a folder. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** Every fault that was found, not the first alone. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((found) => found.message).join('\n'), options);
    this.problems = problems;
  }
}
