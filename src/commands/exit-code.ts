import type { ProblemCode } from '../problems.js';
import type { Report } from '../report.js';

/** What keeps the documents from being written. */
const unwritten: readonly ProblemCode[] = ['output-unusable', 'document-unwritten'];

/**
 * How a build ends.
 *
 * @param strict whether a warning or an error makes it fail
 * @returns 0 done; 1 done, but it fails; 2 the documents could not be written
 */
export function exitCode({ problems }: Report, strict: boolean): 0 | 1 | 2 {
  if (problems.some(({ code }) => unwritten.includes(code))) return 2;
  return strict && problems.some(({ level }) => level !== 'note') ? 1 : 0;
}
