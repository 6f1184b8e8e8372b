import { execFile } from 'node:child_process';
import { hrtime } from 'node:process';

/** How a run is. */
export type State = 'ready' | 'reloading' | 'stopping';

/** What systemd calls it. */
const words: Readonly<Record<State, () => readonly string[]>> = {
  ready: () => ['READY=1'],
  reloading: () => ['RELOADING=1', `MONOTONIC_USEC=${hrtime.bigint() / 1000n}`],
  stopping: () => ['STOPPING=1'],
};

/** Milliseconds that a message may take. */
const limit = 10_000;

/**
 * Begins to tell systemd that this process is alive, as often as it wants to hear: by the event loop, so that it hears
 * nothing where that does not turn.
 *
 * Node cannot send datagrams within a machine; `systemd-notify` does, which comes with systemd.
 *
 * @param environment what systemd says of itself
 * @param pid of this process
 * @param fail told once why systemd cannot be told
 * @returns tells systemd how the run is
 */
export function systemd(
  environment: Readonly<Record<string, string | undefined>>,
  pid: number,
  fail: (reason: string) => void,
): (state: State) => void {
  // One after the other: each is sent by a process of its own.
  let last = Promise.resolve();
  let isSilent = true;
  let hasFailed = false;
  const send = (assignments: readonly string[]) => {
    isSilent = false;
    last = last
      .then(() => notify(assignments))
      .catch((error: Error) => {
        if (!hasFailed) fail(error.message);
        hasFailed = true;
      })
      .then(() => {
        isSilent = true;
      });
  };
  const { WATCHDOG_USEC: microseconds, WATCHDOG_PID: meant = String(pid) } = environment;
  if (Number(microseconds) > 0 && meant === String(pid))
    setInterval(() => isSilent && send(['WATCHDOG=1']), Number(microseconds) / 2000).unref();
  return (state) => send(words[state]());
}

function notify(assignments: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('systemd-notify', assignments, { timeout: limit }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
