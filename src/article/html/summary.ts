import { bare } from './bare.js';
import type { Clue } from './clue.js';
import type { Said } from './said.js';

/** The first description that says more than the title and the name of the site do. */
export function chooseSummary(
  clues: readonly Clue[],
  title: string | undefined,
  sites: ReadonlySet<string>,
): Said<string> | undefined {
  const said = new Set([...sites, bare(title ?? '')]);
  for (const { subject, texts, line } of clues) {
    const value = subject === 'summary' ? texts[0] : undefined;
    if (value !== undefined && value.length >= shortest && !said.has(bare(value))) return { value, line };
  }
  return undefined;
}

/** Below this, a description is a stray word. */
const shortest = 12;
