import type { TestContext } from 'vitest';

/**
 * Leaves a test out on a machine where it cannot hold, and prints why: reporters are silent about that.
 *
 * @param skip of the test's context
 * @param cannot whether it cannot hold here
 * @param reason for people
 */
export function skipWhere(skip: TestContext['skip'], cannot: boolean, reason: string): void {
  if (!cannot) return;
  console.log(`Skipped: ${reason}.`);
  skip(reason);
}
