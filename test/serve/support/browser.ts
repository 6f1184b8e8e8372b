import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this machine, where there is one. */
export const browserName = names.find((name) => spawnSync(name, ['--version']).status === 0);

/** A page that is open in a browser. */
export interface OpenPage {
  /** Runs a script in it; gives what that gives. */
  readonly run: (script: string) => Promise<unknown>;
}

/** Opens a page; the browser is closed when the test is over. It is spoken to over pipes, in its own protocol. */
export async function openPage(address: string): Promise<OpenPage> {
  const home = mkdtempSync(join(tmpdir(), 'feedmill-browser-'));
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe'];
  const child = spawn(browserName ?? '', [...flags, `--user-data-dir=${home}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    // Its other processes end a little later.
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const [, , , into, outOf] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  let heard = '';
  outOf.setEncoding('utf8').on('data', (text: string) => {
    const messages = (heard + text).split('\0');
    heard = messages.pop() ?? '';
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      waiting.get(id)?.(result ?? { error });
    }
  });
  let last = 0;
  const ask = (method: string, params: object, sessionId?: unknown) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const { targetId } = await ask('Target.createTarget', { url: address });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  return {
    run: async (expression) => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result } = await ask('Runtime.evaluate', params, sessionId);
      return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
    },
  };
}
