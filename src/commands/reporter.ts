import type { ResolvedConfig } from '../config/config.js';
import type { Progress } from '../crew.js';
import type { Problem } from '../problems.js';
import type { Published } from '../publish/publisher.js';
import type { Report } from '../report.js';
import type { Announced } from '../syndicate/announcer.js';
import type { Check } from '../syndicate/examine.js';

/** Tells what a run does as it does it. */
export interface Reporter {
  /** The run begins. */
  readonly start: (config: ResolvedConfig) => void;
  /** Much work has come so far. It may be told far more often than anybody wants to know. */
  readonly progress: (progress: Progress) => void;
  /** A turn of the mill is done. */
  readonly report: (report: Report) => void;
  /** Something is wrong that belongs to no turn; perhaps the run cannot go on. */
  readonly problems: (problems: readonly Problem[]) => void;
  /** From here on changes are followed. */
  readonly watching: (config: ResolvedConfig) => void;
  /** Documents are served at this address. */
  readonly serving: (address: string) => void;
  /** What is in the store is the state of a turn. */
  readonly published: (published: Published) => void;
  /** A hub was told that a feed changed, and took it. */
  readonly announced: (announced: Announced) => void;
  /** Something was looked at with the eyes of a hub. */
  readonly checked: (check: Check) => void;
  /** The config was read again while the run goes on; of these keys it says something else than before. */
  readonly reread: (config: ResolvedConfig, keys: readonly string[]) => void;
  /** The run has ended because the user wants it. */
  readonly stopped: () => void;
}
