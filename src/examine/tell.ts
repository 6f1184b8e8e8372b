import type { ProblemCode } from '../problems.js';

/** Where something stands in a document; lines and columns (UTF-16 code units) count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Takes a finding. */
export type Tell = (
  code: ProblemCode,
  spot: Spot,
  values?: Readonly<Record<string, string | number>>,
) => undefined;

/** What the rules know beside the document. */
export interface Circumstances {
  readonly tell: Tell;
  /** What time it is, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** Where the document was fetched, if it was. */
  readonly address?: string;
}

/** The beginning of a document. */
export const start: Spot = { line: 1, column: 1 };

/** A value as people are told it. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
