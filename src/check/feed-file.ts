import { open } from 'node:fs/promises';
import { examineFeed } from '../examine/examine.js';
import { type Problem, problem } from '../problems.js';

/** Bytes of a feed that are looked at: many times what any reader takes. */
export const mostBytes = 20_000_000;

/**
 * Checks the file of a feed.
 *
 * @param file absolute path
 * @throws what the file system says
 */
export async function checkFeedFile(file: string, now: number): Promise<readonly Problem[]> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) return [tooLarge(file)];
    return checkFeedBytes(await handle.readFile(), file, now);
  } finally {
    await handle.close();
  }
}

/** Checks a feed that is at hand. */
export function checkFeedBytes(bytes: Uint8Array, path: string, now: number): readonly Problem[] {
  return bytes.length > mostBytes ? [tooLarge(path)] : examineFeed(bytes, { path, now });
}

function tooLarge(path: string): Problem {
  const reason = `it is larger than ${mostBytes / 1_000_000} MB`;
  return problem('feed-absent', { path, line: 1, column: 1 }, { reason });
}
