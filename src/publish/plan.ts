import { wavesOf } from './order.js';
import type { Kept } from './register.js';

/** What is to be done that a store holds what a folder does. */
export interface Plan {
  /** Names of documents to bring, those that may be brought side by side in one group. */
  readonly waves: readonly (readonly string[])[];
  /** Names of objects to remove, when all is brought. */
  readonly removals: readonly string[];
}

/**
 * Compares a folder with what a store holds.
 *
 * @param names of all documents that there are meant to be: one that could not be read is left in the store as it is
 * @param digests of the documents in the folder
 * @param kept what is in the store
 */
export function planOf(
  names: ReadonlySet<string>,
  digests: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, Kept>,
): Plan {
  const isThere = (name: string) => kept.get(name)?.digest === digests.get(name);
  return {
    waves: wavesOf([...digests.keys()].filter((name) => !isThere(name))),
    removals: [...kept.keys()].filter((name) => !names.has(name)).sort(),
  };
}
