import { codeOf } from './reason.js';

/**
 * Whether there is a process of that number on this machine, whoever runs it.
 *
 * @param pid number of a process
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
