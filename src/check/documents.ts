import { join } from 'node:path';
import type { ResolvedConfig } from '../config/config.js';
import { type Problem, problem } from '../problems.js';
import type { Comparison } from './compare.js';

/** What is wrong with the documents that are on disk; paths are absolute. */
export function documentProblems({ output }: ResolvedConfig, comparison: Comparison): Problem[] {
  const { missing, stale, leftover, problems, isBuilt } = comparison;
  if (!isBuilt && leftover.length === 0) return [problem('output-unbuilt', { path: output })];
  const kinds = [
    ['document-missing', missing],
    ['document-stale', stale],
    ['document-leftover', leftover],
  ] as const;
  const ofStanding = kinds.flatMap(([code, [...names]]) => {
    const [first] = names.sort(byWeight);
    return first === undefined ? [] : [problem(code, { path: join(output, first) }, { names: told(names) })];
  });
  return [...ofStanding, ...problems];
}

/** The main documents first. */
function byWeight(one: string, other: string): number {
  const depth = (name: string) => name.split('/').length;
  return depth(one) - depth(other) || (one < other ? -1 : 1);
}

/** One finding for all: after each change most documents are other than before. */
function told(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
