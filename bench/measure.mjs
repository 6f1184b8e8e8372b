import { spawnSync } from 'node:child_process';
import { environment } from './environment.mjs';

/**
 * What a run took: seconds by the clock; seconds of CPU, and MB of memory at the peak, where the system tells them.
 *
 * @typedef {{ wall: number, cpu?: number, memory?: number }} Cost
 */

const clock = '/usr/bin/time';
const format = 'took %U %S %M';

/** Whether CPU and memory are told: GNU time is there. */
export const tellsAll = / \d+\n$/.test(
  spawnSync(clock, ['-f', format, process.execPath, '-e', '0'], { encoding: 'utf8' }).stderr ?? '',
);

/**
 * Runs a program to its end, and tells what it and its children took.
 *
 * @param {readonly string[]} command
 * @returns {Cost}
 */
export function measure(command) {
  const [program = '', ...args] = tellsAll ? [clock, '-f', format, ...command] : command;
  const began = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: environment,
  });
  const wall = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`"${command.join(' ')}" ended with ${status ?? error}: ${stderr}`);
  const [, user, system, memory] = /took (\S+) (\S+) (\d+)\n$/.exec(stderr) ?? [];
  if (memory === undefined) return { wall };
  return { wall, cpu: Number(user) + Number(system), memory: (Number(memory) * 1024) / 1e6 };
}
