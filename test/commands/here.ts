import { vi } from 'vitest';
import type { Host } from '../../src/commands/host.js';
import { program } from '../../src/commands/program.js';

/** A command line that runs here, without a process, and what it has written. */
export interface Here {
  readonly written: { out: string; err: string };
  /** The exit code. */
  readonly ended: Promise<number>;
  /** What a signal would do. */
  readonly stop: () => void;
  readonly reload: () => void;
  /** Waits until something was written, `times` times. */
  readonly seen: (text: string, times?: number) => Promise<void>;
}

/**
 * Runs a command line in a folder.
 *
 * @param env the variables of the process
 * @param more of the world around it, or otherwise
 */
export function runHere(cwd: string, line: string, env: Host['env'] = {}, more: Partial<Host> = {}): Here {
  const written = { out: '', err: '' };
  let stop = () => {};
  let reload = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const host: Host = {
    version: '1.2.3',
    cwd,
    timezone: 'UTC',
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    layout: () => ({ columns: undefined, colour: false }),
    now: () => 0,
    env,
    stopped: () => stopped,
    onReload: (act) => {
      reload = act;
    },
    ...more,
  };
  const times = (text: string) => (written.out + written.err).split(text).length - 1;
  return {
    written,
    ended: program(line.split(' ').filter(Boolean), host),
    stop: () => stop(),
    reload: () => reload(),
    seen: (text, least = 1) =>
      vi.waitFor(
        () => {
          if (times(text) < least) throw new Error(`not written: ${text}\n${written.out}${written.err}`);
        },
        { timeout: 45_000, interval: 10 },
      ),
  };
}
