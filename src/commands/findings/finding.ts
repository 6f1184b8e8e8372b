import type { Level, Problem } from '../../problems.js';

/** A problem as a linter tells it: it always has a place. */
export interface Finding extends Problem {
  /** From the working folder, or an address. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What a run of the linter came to. */
export interface Findings {
  readonly findings: readonly Finding[];
  /** How many articles were checked. */
  readonly articles: number;
}

/** How many there are of each level. */
export function counted(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const count = (level: Level) => findings.filter((one) => one.level === level).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Problems as findings, each once, by their places. */
export function findingsOf(problems: readonly Problem[]): Finding[] {
  const placed = problems.map((one) => ({ path: '.', line: 1, column: 1, ...one }));
  const once = new Map(
    placed.map((one) => [JSON.stringify([one.path, one.line, one.column, one.code, one.message]), one]),
  );
  return [...once.values()].sort(byPlace);
}

function byPlace(one: Finding, other: Finding): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** Where the page about a code lies in the repository of Feedmill. */
export function pageOf(code: string): string {
  return `docs/problems/${code}.md`;
}
