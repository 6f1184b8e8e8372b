import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** What a reader saw. */
export interface Seen {
  readonly reads: number;
  readonly versions: number;
  readonly torn: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Starts a process that polls all documents in a folder.
 *
 * @param output the folder, which need not exist yet
 * @returns ends it, and gives what it saw
 */
export async function startReader(output: string): Promise<() => Promise<Seen>> {
  const reader = fork(fileURLToPath(new URL('reader.mjs', import.meta.url)), [output]);
  onTestFinished(() => void reader.kill('SIGKILL'));
  await once(reader, 'message');
  return async () => {
    const answer = once(reader, 'message');
    reader.send('stop');
    const [seen]: Seen[] = await answer;
    if (!seen) throw new Error('The reader has nothing to tell.');
    return seen;
  };
}
