import { once } from 'node:events';
import { expect, vi } from 'vitest';
import { type Started, started } from '../support/started.js';

/** The program as it runs. */
export interface Running extends Started {
  /** Waits until something was written, `times` times, but not beyond the end of the program. */
  readonly seen: (text: string | RegExp, times?: number) => Promise<void>;
  /** The events that were told with `--json`. */
  readonly events: (name?: string) => readonly Event[];
  /** Sends a signal; gives the exit code, and the milliseconds to the end. */
  readonly stop: (
    signal?: NodeJS.Signals,
  ) => Promise<{ readonly code: number | null; readonly took: number }>;
}

/** One line of `--json`. */
export interface Event {
  readonly time: string;
  readonly level: string;
  readonly event: string;
  readonly [fact: string]: unknown;
}

/** So long that a busy machine gets there. */
const patience = 45_000;

/**
 * Starts the program as it is installed; it is killed when the test is over.
 *
 * @param environment variables more, or others
 * @param under another program that starts it
 */
export function start(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
  under: readonly string[] = [],
): Running {
  const quiet = { NOTIFY_SOCKET: undefined, ...environment };
  const { child, written, ended } = started(cwd, args, { environment: quiet, under });
  const exited = once(child, 'exit');
  const both = () => written.out + written.err;
  return {
    child,
    written,
    ended,
    seen: async (text, times = 1) => {
      const pattern = typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
      const count = () => [...both().matchAll(new RegExp(pattern, 'gm'))].length;
      const check = () => expect(count() >= times ? pattern : both()).toBe(pattern);
      await Promise.race([vi.waitFor(check, { timeout: patience, interval: 10 }), ended.then(check)]);
    },
    events: (name) => {
      const lines = written.out.split('\n').slice(0, -1);
      return lines.map((line) => JSON.parse(line) as Event).filter(({ event }) => !name || event === name);
    },
    stop: async (signal = 'SIGTERM') => {
      const from = performance.now();
      child.kill(signal);
      const [code] = await exited;
      const took = performance.now() - from;
      await ended;
      return { code, took };
    },
  };
}

/** An article. */
export function article(title: string, words = 'Wind and rain.'): string {
  return `---\ntitle: ${title}\ndate: 2026-05-06\n---\n\n${words}\n`;
}
