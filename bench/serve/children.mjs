import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
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
    said = (said + text).slice(-20_000_000);
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
    pid: child.pid ?? 0,
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
 * Seconds of CPU that a process has had; nothing where the system does not tell.
 *
 * @param {number} pid
 */
export function cpuOf(pid) {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/**
 * Requests a second over 32 connections: by the clock, and of the CPU that the server has for them, which is the same
 * however busy the machine is.
 *
 * @param {{ pid: number, address: string }} server
 * @param {string} [tag]
 */
export async function rate({ pid, address }, seconds = 4, tag = '') {
  const before = cpuOf(pid);
  const requests = await count(address, seconds, tag);
  return { clock: requests / seconds, cpu: requests / (cpuOf(pid) - before) };
}

/**
 * @param {string} address
 * @param {number} seconds
 * @param {string} tag
 */
async function count(address, seconds, tag) {
  if (!hasWrk) return (await load(address, seconds, 32, 0, tag)).answers;
  const header = tag === '' ? [] : ['-H', `If-None-Match: ${tag}`];
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', `-d${seconds}s`, ...header, address], {
    encoding: 'utf8',
  });
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Number(/(\d+) requests in/.exec(stdout)?.[1]);
}
