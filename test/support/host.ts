import type { Host } from '../../src/commands/host.js';

/** A world in which nothing happens, and all that is said goes to somebody. */
export function silentHost(out: (text: string) => void): Host {
  return {
    version: '1.2.3',
    cwd: '/',
    out,
    err: () => undefined,
    now: () => 0,
    layout: () => ({ columns: undefined, colour: false }),
    env: {},
    stopped: async () => undefined,
    onReload: () => undefined,
  };
}
