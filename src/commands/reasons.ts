import { ConfigError } from '../config/error.js';
import { FolderError } from '../disk/folder-error.js';
import { type Problem, problem } from '../problems.js';
import { ServerError } from '../serve/server-error.js';

/**
 * Why a run is impossible.
 *
 * @throws what is no such reason, but a fault of Feedmill
 */
export function reasons(error: unknown): readonly Problem[] {
  if (error instanceof ConfigError || error instanceof FolderError || error instanceof ServerError)
    return error.problems;
  const refused = error instanceof Error && 'syscall' in error;
  if (!refused) throw error;
  return [problem('run-impossible', {}, { reason: error.message })];
}
