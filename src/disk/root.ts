import { statSync } from 'node:fs';
import { identityOf } from './walk.js';

/**
 * What tells the articles folder from another that takes its place. Links are followed.
 * Nothing where there is no such folder, or none that can be reached.
 *
 * @param folder absolute path
 */
export function identityOfRoot(folder: string): string | undefined {
  try {
    const stats = statSync(folder, { bigint: true, throwIfNoEntry: false });
    return stats?.isDirectory() ? identityOf(stats) : undefined;
  } catch {
    return undefined;
  }
}
