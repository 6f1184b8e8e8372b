import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environment } from './environment.mjs';

/**
 * Starts a watch, and waits until it says that it watches.
 *
 * @param {{ program: string, articles: string, output: string, state: string, config?: string }} run
 */
export async function watcher({ program, articles, output, state, config }) {
  const site = ['--site', 'https://example.org/'];
  const settings = config === undefined ? [] : ['-c', config];
  const child = spawn(
    process.execPath,
    [program, 'watch', articles, '-o', output, '--state', state, ...site, ...settings],
    { stdio: ['ignore', 'ignore', 'pipe'], env: environment },
  );
  const ended = once(child, 'close');
  const kill = () => child.kill();
  process.on('exit', kill);
  let said = '';
  const watching = new Promise((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said = (said + text).slice(-10_000);
      if (/^watching /m.test(said)) resolve(undefined);
    });
  });
  const failed = ended.then(() => {
    throw new Error(`The watch ended: ${said}`);
  });
  await Promise.race([watching, failed]);
  failed.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    close: async () => {
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}
