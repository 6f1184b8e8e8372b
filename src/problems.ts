import { masked } from './masked.js';
import { ofArticles } from './problems/of-articles.js';
import { ofFeeds } from './problems/of-feeds.js';
import { ofRuns } from './problems/of-runs.js';
import type { Level, Wording } from './problems/wording.js';

export type { Level } from './problems/wording.js';

/** Where a problem was found. `path` is relative to the articles folder, that of a config file to the working folder, that of the ledger is absolute; lines and columns count from 1. */
export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A finding about the input or the run, as data: nothing is thrown for a bad article. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly message: string;
  readonly help: string;
}

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof catalogue;

/** Every wording, by the name of its kind. */
const catalogue = { ...ofRuns, ...ofArticles, ...ofFeeds };

/** The names of all kinds of problems. */
export const codes = Object.keys(catalogue) as readonly ProblemCode[];

/**
 * Makes a problem of a known kind.
 *
 * @param code the kind, a key of the catalogue
 * @param place where it was found
 * @param values what the wording of this kind quotes
 */
export function problem(
  code: ProblemCode,
  place: Place,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  const { level, message, help }: Wording = catalogue[code];
  return { code, level, ...place, message: masked(message(values)), help };
}
