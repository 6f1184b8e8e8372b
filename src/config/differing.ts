import { isDeepStrictEqual } from 'node:util';
import type { ResolvedConfig } from './config.js';

/** What of a config makes no documents: where it comes from. */
const origin: ReadonlySet<string> = new Set(['configFile', 'siteGiven'] satisfies (keyof ResolvedConfig)[]);

/** The keys of which two configs say different things. */
export function differing(one: ResolvedConfig, other: ResolvedConfig): string[] {
  const [before, after] = [one, other].map((config) => new Map<string, unknown>(Object.entries(config)));
  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...keys].filter((key) => !origin.has(key) && !isDeepStrictEqual(before?.get(key), after?.get(key)));
}
