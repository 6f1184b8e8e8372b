import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const scriptOf = (/** @type {string} */ name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

/** What a load saw. @typedef {{ rate: number, answers: number, bad: number, versions: number, p50: number, p99: number, most: number }} Seen */

/**
 * Starts a server, and waits for what it says.
 *
 * @param {readonly string[]} args of Node
 * @param {RegExp} sign by which it is known that it is ready; its first group is handed out
 */
export async function server(args, sign) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-200_000);
  });
  /** @param {RegExp} text */
  const until = async (text) => {
    for (;;) {
      const found = text.exec(said);
      if (found) return found[1] ?? '';
      if (child.exitCode !== null) throw new Error(`The server ended: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const ready = await until(sign);
  return {
    ready,
    until,
    forget: () => {
      said = '';
    },
    said: () => said,
    close: async () => {
      process.off('exit', kill);
      child.kill();
      await once(child, 'close');
    },
  };
}

/** @param {string} address */
export function bare(address, file = '', headers = '') {
  return server([scriptOf('bare'), file, headers], new RegExp(address));
}

/**
 * A load in a process of its own.
 *
 * @param {readonly (string | number)[]} args
 * @returns {Promise<Seen>}
 */
export async function load(...args) {
  const child = spawn(process.execPath, [scriptOf('load'), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The load failed');
  return JSON.parse(said);
}

/** Whether wrk is installed, which asks for more than Node can. */
export const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/**
 * Requests a second over 32 connections.
 *
 * @param {string} address
 * @param {string} [tag]
 */
export async function rate(address, seconds = 4, tag = '') {
  if (!hasWrk) return (await load(address, seconds, 32, 0, tag)).rate;
  const header = tag === '' ? [] : ['-H', `If-None-Match: ${tag}`];
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', `-d${seconds}s`, ...header, address], {
    encoding: 'utf8',
  });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
