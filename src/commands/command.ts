import type { ResolvedConfig } from '../config/config.js';
import type { Origin } from './follower.js';
import type { Host } from './host.js';
import type { Reporter } from './reporter.js';

/** What every command is given. */
export interface Run {
  readonly config: ResolvedConfig;
  /** Where the config comes from, and may come from again. */
  readonly origin: Origin;
  readonly reporter: Reporter;
  readonly host: Host;
  /** Whether a warning or an error makes the first build fail. */
  readonly strict: boolean;
}

/** A command: does its work and resolves with the exit code. */
export type Command = (run: Run) => Promise<0 | 1 | 2>;
